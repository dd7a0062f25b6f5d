import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../core/document-reader.ts';
import { makePage, makeRun, widthOf } from '../../testing/documents/text-runs.ts';
import { formLines } from './lines.ts';

function linesOf(...runs: TextRun[]) {
  return (formLines([makePage(runs)])[0] ?? []).map((line) => line.text);
}

/** A run that starts `gap` ems behind the end of another. */
function behind(run: TextRun, gap: number, text: string, look: Parameters<typeof makeRun>[1] = {}): TextRun {
  return makeRun(text, { y: run.y, size: run.size, ...look, x: run.x + run.width + gap * run.size });
}

describe('formLines', () => {
  it('joins runs of one baseline, with a space where there is a gap and none where there is not', () => {
    const first = makeRun('Chinese-owned');
    const second = behind(first, 0.25, 'companies');
    const third = behind(second, 0.02, "'");
    expect(linesOf(first, second, third)).toEqual(["Chinese-owned companies'"]);
  });

  it('joins the pieces of two lines that are painted by turns', () => {
    const [first, second] = [makeRun('A'), makeRun('Consumption in the Transporta', { y: 688 })];
    expect(
      linesOf(
        first,
        second,
        behind(first, 0, 'ppendix IV: Key Technologies'),
        behind(second, 0, 'tion Sector'),
      ),
    ).toEqual(['Appendix IV: Key Technologies', 'Consumption in the Transportation Sector']);
    // Figures side by side are cells.
    const cell = makeRun('31');
    expect(linesOf(cell, second, behind(cell, 0, '12'))).toHaveLength(3);
  });

  it('gives a line that begins in bold and goes on in plain words their style, whichever are more', () => {
    const number = makeRun('3.');
    const lead = behind(number, 0.3, 'Decide on communication strategies, all of you.', {
      font: 'Lato-Bold',
    });
    const plain = behind(lead, 0.3, 'Make explicit decisions', { font: 'Lato' });
    const [line] = formLines([makePage([number, lead, plain])])[0] ?? [];
    expect(line).toMatchObject({ font: 'Lato', bold: false, boldLead: true });
    // One word, or bold words behind it, leave it a heading.
    const word = behind(lead, 0.3, 'today', { font: 'Lato' });
    const again = behind(plain, 0.3, 'about them', { font: 'Lato-Bold' });
    for (const runs of [
      [number, lead, word],
      [number, lead, plain, again],
    ])
      expect(formLines([makePage(runs)])[0]?.[0]).toMatchObject({ font: 'Lato-Bold', bold: true });
  });

  it('starts a line where the baseline changes', () => {
    expect(linesOf(makeRun('This applies to'), makeRun('industries such as', { y: 687 }))).toEqual([
      'This applies to',
      'industries such as',
    ]);
  });

  it('goes on over the wide gaps of a justified line beside a pull quote, but only behind a blank run', () => {
    const relations = makeRun('Relations');
    expect(linesOf(relations, behind(relations, 3.2, 'with', { afterBlank: true }))).toEqual([
      'Relations with',
    ]);
    expect(linesOf(relations, behind(relations, 3.2, 'with'))).toEqual(['Relations', 'with']);
  });

  it('keeps a pull quote that shares a baseline with the text apart', () => {
    const text = makeRun('In 2018, deepening technological cooperation saw some');
    const quote = behind(text, 1.2, 'Vienna has gradually shifted', { size: 12, font: 'Lato-Bold-Italic' });
    expect(linesOf(text, quote)).toHaveLength(2);
  });

  it('splits cells that stand close together where other lines start at the same place', () => {
    const x = 60 + widthOf('Sept', 8) + 5;
    const rows = ['Sept', 'Nov'].flatMap((month, index) => [
      makeRun(month, { y: 700 - index * 40, size: 8 }),
      makeRun('China issues export controls', { x, y: 700 - index * 40, size: 8 }),
      makeRun('on Nexperia chips', { x, y: 690 - index * 40, size: 8 }),
      makeRun('made in China.', { x, y: 680 - index * 40, size: 8 }),
    ]);
    expect(linesOf(...rows).slice(0, 2)).toEqual(['Sept', 'China issues export controls']);
    expect(linesOf(...rows.slice(0, 2))).toEqual(['Sept China issues export controls']);
  });

  it('has the style of most of its characters', () => {
    const italic = makeRun('Les Echos', { font: 'EB-Garamond-Italic' });
    const rest = behind(italic, 0.25, 'the president explained that', { font: 'EB-Garamond' });
    expect(formLines([makePage([italic, rest])])[0]?.[0]?.italic).toBe(false);
  });

  it('puts a bullet painted apart before its item', () => {
    const bullet = makeRun('•', { x: 60, y: 701 });
    const item = makeRun('resulted in 10,490 scholarly publications', { x: 72 });
    const [line] = formLines([makePage([item, bullet])])[0] ?? [];
    expect(line?.text).toBe('• resulted in 10,490 scholarly publications');
    expect(line?.edges).toHaveLength((line?.text.length ?? 0) + 1);
  });

  it('puts the number of a list painted apart before its item', () => {
    const item = makeRun('The intention must be free.', { x: 80 });
    const [line, ...rest] = formLines([makePage([makeRun('(1)'), item])])[0] ?? [];
    expect([line?.text, rest]).toEqual(['(1) The intention must be free.', []]);
    expect(line?.edges).toHaveLength((line?.text.length ?? 0) + 1);
  });

  it('leaves out the dots of a contents page', () => {
    const runs = [
      makeRun('Austria'),
      makeRun('.', { x: 200 }),
      makeRun('. .', { x: 230 }),
      makeRun('11', { x: 300 }),
    ];
    expect(formLines([makePage(runs)])[0]?.map((line) => line.text)).toEqual(['Austria', '11']);
  });

  it('puts a dash painted apart before its item', () => {
    const runs = [makeRun('–'), makeRun('limitations of the law', { x: 75 })];
    expect(formLines([makePage(runs)])[0]?.map((line) => line.text)).toEqual(['– limitations of the law']);
  });
});
