import { describe, expect, it } from 'vitest';
import type { PageText } from '../core/document-reader.ts';
import type { PrintedLine } from '../core/recogniser.ts';
import { makePrintedLine } from '../testing/documents/fake-recognisers.ts';
import { makePage, makeRun } from '../testing/documents/text-runs.ts';
import { placeWords } from './place-words.ts';

const body = 'Austria adapts its long standing posture of quiet continuity';

function place(lines: PrintedLine[], page = makePage([])): PageText {
  const [placed] = placeWords([{ page, lines, picture: { pixelsPerPoint: 4 } }], 'eng');
  if (placed === undefined) throw new Error('There is a page.');
  return placed;
}

describe('recognised words', () => {
  it('become runs in points from the bottom of the page, each with its edges', () => {
    const { runs, ocr } = place([
      makePrintedLine('Quiet continuity', { x: 200, baseline: 400, xHeight: 20 }),
    ]);
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({ text: 'Quiet', x: 50, y: 742, width: 25, size: 10.5, afterBlank: false });
    expect(runs[0]?.edges).toEqual([50, 55, 60, 65, 70, 75]);
    expect(runs[1]).toMatchObject({ text: 'continuity', x: 80, afterBlank: true });
    expect(ocr).toEqual({ confidence: 0.9, languages: 'eng' });
  });

  it('are of one size where they differ by a pixel or two, and headings where they are larger', () => {
    const { runs } = place([
      makePrintedLine('Recent trends', { xHeight: 28 }),
      makePrintedLine(body, { xHeight: 20 }),
      makePrintedLine(body, { xHeight: 20 }),
      makePrintedLine(body, { xHeight: 22 }),
      makePrintedLine('a note', { xHeight: 15 }),
    ]);
    const looks = new Set(runs.map(({ size, bold }) => `${size} ${bold}`));
    expect([...looks]).toEqual(['14.5 true', '10.5 false', '8 false']);
  });

  it('stand apart where the gap is wider than that between words', () => {
    const line = makePrintedLine('2018 12790');
    const [first, second] = line.words;
    if (first === undefined || second === undefined) throw new Error('There are two words.');
    second.edges = second.edges.map((edge) => edge + 80);
    expect(place([line]).runs.map(({ afterBlank }) => afterBlank)).toEqual([false, false]);
  });

  it('are left out where the line is not sure, as in pictures', () => {
    const { runs, ocr } = place([
      makePrintedLine(body, { confidence: 0.94 }),
      makePrintedLine('ge NEF', { confidence: 0.3 }),
    ]);
    expect(runs.map(({ text }) => text).join(' ')).toBe(body);
    expect(ocr?.confidence).toBe(0.94);
  });

  it('leave a page as it is where hardly any is sure', () => {
    const page = makePage([makeRun('Annex 3')]);
    const unsure = makePrintedLine(`${body} ${body}`, { confidence: 0.55 });
    expect(place([unsure], page)).toBe(page);
    expect(place([], page)).toBe(page);
  });

  it('must be surer where they are few, as those of a logo are not', () => {
    const page = makePage([]);
    expect(place([makePrintedLine('Nd bs Francis Group', { confidence: 0.73 })], page)).toBe(page);
    expect(place([makePrintedLine('Part One', { confidence: 0.93 })]).runs).toHaveLength(2);
    expect(place([makePrintedLine(`${body} ${body}`, { confidence: 0.73 })]).runs).toHaveLength(18);
  });

  it('are left out where the page has the text itself', () => {
    const stamp = makeRun('Case 1:19, page 5', { x: 25, y: 700 });
    const page = makePage([stamp]);
    const { runs } = place(
      [makePrintedLine('Case page', { baseline: 565, xHeight: 20 }), makePrintedLine(body)],
      page,
    );
    expect(runs[0]).toBe(stamp);
    expect(
      runs
        .map(({ text }) => text)
        .slice(1)
        .join(' '),
    ).toBe(body);
  });
});
