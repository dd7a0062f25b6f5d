import { describe, expect, it } from 'vitest';
import type { PlacedText } from '../core/document-reader.ts';
import { makePage, makeRun } from '../testing/documents/text-runs.ts';
import { mendLigatures } from './mend-ligatures.ts';

/** A document with a run in each of these faces. */
function placed(texts: readonly [text: string, font: string][]): PlacedText {
  const runs = texts.map(([text, font]) => makeRun(text, { font }));
  return { title: null, pages: [makePage(runs)], outline: [] };
}

const textOf = ({ pages }: PlacedText) => pages[0]?.runs.map(({ text }) => text) ?? [];
const broken = 'Layout Tes4ng: par4cipants gave informa4on, with naviga4on and expecta4ons';

describe('mendLigatures', () => {
  it('reads a sign within the words of a face as the letters that make all of them known', () => {
    const mended = mendLigatures(
      placed([
        [`${broken}; sta4s4cs`, 'Calibri'],
        ['Objec&ves, comple&on and a representa&ve sample of R&D', 'Calibri-Bold'],
      ]),
    );
    expect(textOf(mended)).toEqual([
      'Layout Testing: participants gave information, with navigation and expectations; statistics',
      'Objectives, completion and a representative sample of R&D',
    ]);
    expect(mended.brokenWords).toEqual({ mended: 9, left: 0 });
    const [run] = mended.pages[0]?.runs ?? [];
    expect(run?.edges).toHaveLength((run?.text.length ?? 0) + 1);
  });

  it('mends the few words of another cut of the face by the same letters, and words that begin with the sign', () => {
    const mended = mendLigatures(
      placed([
        [broken, 'Calibri'],
        ['Average task comple0on 0me', 'Calibri-BoldItalic'],
      ]),
    );
    expect(textOf(mended)[1]).toBe('Average task completion time');
  });

  it('reads a sign without a name that no word of the document tells, names and cut words among them', () => {
    const mended = mendLigatures(
      placed([
        [
          'con\u008cdence, speci\u008cc, justi\u008ced and \u008cred; Hirsch\u008celd and the May\u008cow',
          'CMR12',
        ],
        ['he was \u008cred', 'CMTI10'],
      ]),
    );
    expect(textOf(mended)).toEqual([
      'confidence, specific, justified and fired; Hirschfield and the Mayfiow',
      'he was fired',
    ]);
    expect(mended.brokenWords).toEqual({ mended: 7, left: 0 });
  });

  it('leaves figures as they are: numbers, ordinals, labels, links', () => {
    const figures = '4 of 40, the 4th, 2b, w4w, www.par4cipants.org and info@par4cipants.org';
    expect(textOf(mendLigatures(placed([[`${broken} ${figures}`, 'Calibri']])))[0]).toMatch(
      / 4 of 40, the 4th, 2b, w4w, www\.par4cipants\.org and info@par4cipants\.org$/,
    );
  });

  it.each([
    ['names that no letters make words of', 'G2G, Stu2Labs, d4e, r4r, IS4RI, n4t and k4q'],
    ['words of which only some are known', 'tes4ng, par4cipants, qua4rx, zu4ble and o4qal'],
    ['too few words', 'tes4ng and par4cipants'],
  ])('leaves %s as they are', (_, text) => {
    const document = placed([[text, 'Calibri']]);
    expect(mendLigatures(document)).toBe(document);
  });
});
