import { describe, expect, it } from 'vitest';
import { makeLines } from '../../testing/documents/text-runs.ts';
import { cutLooseMarkers } from './loose-markers.ts';

function cut(texts: string[], ...numbers: number[]) {
  const [lines] = cutLooseMarkers([makeLines(texts)], [{ from: 0, to: 0, numbers }]);
  return (lines ?? []).map(({ text, markers }) => [
    text,
    markers.map(({ offset, labels }) => [offset, ...labels.map(Number)]),
  ]);
}

describe('cutLooseMarkers', () => {
  it('cuts the digits of the page’s notes from behind words and stops', () => {
    expect(cut(['as a technology.12 The', 'differentiation’,13 as in China14'], 12, 13, 14)).toEqual([
      ['as a technology. The', [[16, 12]]],
      [
        'differentiation’, as in China',
        [
          [17, 13],
          [29, 14],
        ],
      ],
    ]);
  });

  it('leaves digits alone where the notes are cited in brackets', () => {
    const texts = ['seven items at once [4] and chunks [5–7]', 'in CSV or HDF5. It is'];
    expect(cut(texts, 4, 5, 6, 7)).toEqual(texts.map((text) => [text, []]));
  });

  it.each([
    'Outfit7 and others',
    'EUR 1.7 billion',
    'of 7 countries',
    'a 5G7x network',
    'the A-7 plan',
  ])('leaves "%s" as it is, where the page has no such note', (text) => {
    expect(cut([text], 8)).toEqual([[text, []]]);
  });

  it.each([
    'EUR 1.7 billion',
    'of 7 countries',
    'rose by.7%',
    'the A-7 plan',
    'file7b here',
  ])('never takes "%s" for a marker', (text) => {
    expect(cut([text], 7)).toEqual([[text, []]]);
  });

  it('takes a number with a blank before it only between its neighbours', () => {
    const lines = [
      'of 7 countries, the UNFCCC6 and its',
      'Kyoto Protocol 7 have led to Road Map,8 in',
      '2015,9 at last.',
    ];
    expect(cut(lines, 6, 7, 8, 9).map(([text]) => text)).toEqual([
      'of 7 countries, the UNFCCC and its',
      'Kyoto Protocol  have led to Road Map, in',
      '2015, at last.',
    ]);
    expect(cut(['Kyoto Protocol 7 have'], 7)).toEqual([['Kyoto Protocol 7 have', []]]);
  });

  it('takes those whose numbers rise: a name with a number is none', () => {
    expect(cut(['Outfit7 of China.5 It', 'grew.6 Then it sold.7'], 5, 6, 7).map(([text]) => text)).toEqual([
      'Outfit7 of China. It',
      'grew. Then it sold.',
    ]);
  });

  it('leaves digits whose note has a raised marker', () => {
    const lines = makeLines(['Outfit7 grew', 'and was sold.']);
    lines[1]?.markers.push({ offset: 13, labels: ['7'] });
    expect(cutLooseMarkers([lines], [{ from: 0, to: 0, numbers: [7] }])[0]?.[0]?.text).toBe('Outfit7 grew');
  });

  it('takes raised digits behind a year', () => {
    expect(cut(['published in 2023² reflects'], 2)).toEqual([['published in 2023 reflects', [[17, 2]]]]);
  });

  it('takes the one behind a stop where a name has the same number', () => {
    expect(cut(['Outfit7 of China.', 'It was sold.7'], 7).map(([text]) => text)).toEqual([
      'Outfit7 of China.',
      'It was sold.',
    ]);
  });

  it('cuts those of a list from the pages before it, unless most of its numbers are missing there', () => {
    const pages = [makeLines(['as technology.1 The']), makeLines(['in China,2 and'])];
    const texts = (...numbers: number[]) =>
      cutLooseMarkers(pages, [{ from: 0, to: 1, numbers }]).map(([line]) => line?.text);
    expect(texts(1, 2, 3)).toEqual(['as technology. The', 'in China, and']);
    expect(texts(1, 2, 3, 4, 5)).toEqual(['as technology.1 The', 'in China,2 and']);
  });

  it('takes digits behind a year, and two markers side by side for what they are', () => {
    expect(cut(['published in 20234 and robotics.56 Contracts'], 4, 5, 6)).toEqual([
      [
        'published in 2023 and robotics. Contracts',
        [
          [17, 4],
          [31, 5, 6],
        ],
      ],
    ]);
  });
});
