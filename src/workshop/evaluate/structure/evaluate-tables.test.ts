import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { makePdf, type PdfLine } from '../../typeset/make-pdf.ts';
import { parseCellTruth } from './cell-truth.ts';
import { evaluateTables, withKnownCells } from './evaluate-tables.ts';
import { formatTableScores, renderTableScores } from './table-scores.ts';

const folder = temporaryFolder('tables');

const rows = [
  ['Region', '2018', '2017'],
  ['Maine', '2,667', '384'],
  ['Ohio', '1,510', '291'],
  ['Texas & Utah', '9,412', '873'],
];
const starts = [72, 250, 350];

const lines: PdfLine[] = rows.flatMap((cells, row) =>
  cells.map((text, column) => ({
    text,
    x: starts[column] ?? 0,
    y: 700 - row * 14,
    size: 10,
    face: 'regular',
  })),
);

/** The cells as known. @param wrong a text that the document has otherwise. */
function truth(wrong = 'Ohio'): string {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => {
      const [x, y] = [starts[column] ?? 0, 700 - row * 14];
      const content = (text === 'Ohio' ? wrong : text).replace('&', '&amp;');
      return `<cell id='1' start-row='${row}' start-col='${column}'><bounding-box x1='${x}' y1='${y}' x2='${x + 20}' y2='${y + 8}'/><content>${content}</content></cell>`;
    }),
  );
  return `<document><table id='1'><region id='1' page='1'>${cells.join('')}</region></table></document>`;
}

describe('evaluateTables', () => {
  it('counts the cells that stand beside each other, and the tables that hold them', async () => {
    writeFileSync(join(folder, 'states.pdf'), makePdf({ pages: [{ lines }] }));
    writeFileSync(join(folder, 'states-str.xml'), truth());
    writeFileSync(join(folder, 'other.txt'), '');
    expect(withKnownCells(folder)).toEqual(['states']);
    const [score] = await evaluateTables(folder);
    expect(score).toEqual({
      document: 'states',
      pages: 1,
      // Two in each of four rows, three in each of three columns.
      pairs: { known: 17, found: 17, right: 17 },
      tables: { known: 1, found: 1, right: 1 },
    });
  });

  it('misses the pairs of a cell that is read otherwise', async () => {
    writeFileSync(join(folder, 'states-str.xml'), truth('Iowa'));
    const scores = await evaluateTables(folder);
    expect(scores[0]?.pairs).toEqual({ known: 17, found: 17, right: 14 });
    expect(formatTableScores(scores)).toContain('14 of 17, 17 found');
    expect(renderTableScores(scores)).toContain('| all 1 | 14 of 17, 17 found | .824 | .824 | .824 |');
  });

  it('refuses a file without the places of cells, by its name', () => {
    expect(() => parseCellTruth("<region page='1'><cell id='1'></cell></region>", 'a-str.xml')).toThrow(
      'a-str.xml: a region or cell has no start-row.',
    );
  });
});
