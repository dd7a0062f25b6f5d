import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../core/document-reader.ts';
import { makePage, makeRun } from '../../testing/documents/text-runs.ts';
import { formLines } from './lines.ts';
import { keepLabels, parseLabels } from './markers.ts';

function firstLine(...runs: TextRun[]) {
  const line = formLines([makePage(runs)])[0]?.[0];
  return { text: line?.text, markers: line?.markers };
}

/** Text, a raised run behind it, and more text. */
function raised(before: string, digits: string, after: string, size = 6.6, rise = 4): TextRun[] {
  const first = makeRun(before);
  const marker = makeRun(digits, { x: first.x + first.width, y: first.y + rise, size });
  const last = makeRun(after, { x: marker.x + marker.width + 0.3 });
  return after === '' ? [first, marker] : [first, marker, last];
}

describe('note markers', () => {
  it('are cut out of the text, with the place where they stood', () => {
    expect(firstLine(...raised('The Economic Security Strategy from 2023', '3', ' reflected'))).toEqual({
      text: 'The Economic Security Strategy from 2023 reflected',
      markers: [{ offset: 40, labels: ['3'] }],
    });
  });

  it('stand before a comma or a full stop as well', () => {
    expect(firstLine(...raised('wireless networks', '1', '.'))).toEqual({
      text: 'wireless networks.',
      markers: [{ offset: 17, labels: ['1'] }],
    });
  });

  it('name several notes', () => {
    expect(firstLine(...raised('and semiconductors.', '32,33', '')).markers).toEqual([
      { offset: 19, labels: ['32', '33'] },
    ]);
  });

  it('are not the power of a unit: "12,000 m²"', () => {
    expect(firstLine(...raised('more than 12,000 m', '2', ' of cleanroom'))).toEqual({
      text: 'more than 12,000 m² of cleanroom',
      markers: [],
    });
  });

  it('are not digits of the size of the text, nor digits on the baseline', () => {
    expect(firstLine(...raised('in the year ', '2023', '', 10, 0)).markers).toEqual([]);
    expect(firstLine(...raised('HNO', '3', ' is an acid', 6.6, 0)).markers).toEqual([]);
  });

  it('that open a line belong to the sentence before', () => {
    const opening = makeRun('12', { y: 704, size: 6.6 });
    const rest = makeRun('to help universities', { x: opening.x + opening.width + 2 });
    expect(firstLine(opening, rest)).toEqual({
      text: 'to help universities',
      markers: [{ offset: 0, labels: ['12'] }],
    });
  });

  it('may be superscript characters, but not behind a number or a unit', () => {
    expect(firstLine(makeRun('economic security.¹² To be sure'))).toEqual({
      text: 'economic security. To be sure',
      markers: [{ offset: 18, labels: ['12'] }],
    });
    expect(firstLine(makeRun('10⁶ cells on 4 km²')).markers).toEqual([]);
  });

  it('keep their place behind soft hyphens, which are no text, and behind signs of two units', () => {
    expect(firstLine(...raised('eco\u00adnomic secu\u00adrity.', '3', ' To be sure'))).toEqual({
      text: 'economic security. To be sure',
      markers: [{ offset: 18, labels: ['3'] }],
    });
    expect(firstLine(makeRun('a 𝒳 for economic security.¹² To be sure')).markers).toEqual([
      { offset: 'a 𝒳 for economic security.'.length, labels: ['12'] },
    ]);
    // The one at a line's end tells how the word goes on.
    expect(firstLine(makeRun('an increas\u00ad')).text).toBe('an increas\u00ad');
  });
});

describe('parseLabels', () => {
  it.each([
    ['3', ['3']],
    ['3, 4', ['3', '4']],
    ['31 32', ['31', '32']],
    ['3–6', ['3', '4', '5', '6']],
    ['3-5,9', ['3', '4', '5', '9']],
    ['9–3', ['9']],
  ])('reads "%s"', (text, labels) => {
    expect(parseLabels(text)).toEqual(labels);
  });
});

describe('raised letters and signs', () => {
  it('may be markers, and say how they are printed', () => {
    expect(firstLine(...raised('a keeper was always asleep.', '†', ' They were paid'))).toEqual({
      text: 'a keeper was always asleep. They were paid',
      markers: [{ offset: 27, labels: ['†'], printed: { text: '†', edges: [195, 198.3] } }],
    });
    expect(firstLine(...raised('Grants receivable', 'a, b', '')).markers).toMatchObject([
      { offset: 17, labels: ['a', 'b'] },
    ]);
  });

  it('are text again where no note has their label', () => {
    const [line] = formLines([makePage(raised('for the 2', 'n', ' subsets'))])[0] ?? [];
    if (line === undefined) throw new Error('No line.');
    const kept = keepLabels(line, (label) => label === 'a');
    expect([kept.text, kept.markers]).toEqual(['for the 2n subsets', []]);
    expect(kept.edges).toHaveLength(kept.text.length + 1);
    expect(keepLabels(line, (label) => label === 'n')).toBe(line);
  });

  it('are powers where no note has their number, behind a letter by itself, a number or a bracket', () => {
    const textOf = (before: string, digits: string) => {
      const [line] = formLines([makePage(raised(before, digits, ' and more'))])[0] ?? [];
      if (line === undefined) throw new Error('No line.');
      const kept = keepLabels(line, (label) => label === '7');
      expect(kept.edges).toHaveLength(kept.text.length + 1);
      return kept.text;
    };
    expect(textOf('the sum of n', '2')).toBe('the sum of n² and more');
    expect(textOf('a population of 5 × 10', '12')).toBe('a population of 5 × 10¹² and more');
    expect(textOf('a population of 5 × 10', '7')).toBe('a population of 5 × 10⁷ and more');
    expect(textOf('the square (n + 1)', '2')).toBe('the square (n + 1)² and more');
    expect(textOf('the sum of n', '7')).toBe('the sum of n and more');
    expect(textOf('the plan of 2023', '2')).toBe('the plan of 2023 and more');
    expect(textOf('economic security', '2')).toBe('economic security and more');
    expect(textOf('(well-controlled studies)', '2')).toBe('(well-controlled studies) and more');
    expect(textOf('the forum of ’03', '2')).toBe('the forum of ’03 and more');
    const [line] = formLines([makePage([makeRun('the sum of (n + 1)² and more')])])[0] ?? [];
    if (line === undefined) throw new Error('No line.');
    const kept = keepLabels(line, () => false);
    expect(kept.text).toBe('the sum of (n + 1)² and more');
    expect(kept.edges).toEqual(makeRun('the sum of (n + 1)² and more').edges);
  });

  it('are the end of an ordinal, and the line goes on behind them', () => {
    expect(firstLine(...raised('at its 46', 'th', ' session they'))).toEqual({
      text: 'at its 46th session they',
      markers: [],
    });
  });
});
