import { describe, expect, it } from 'vitest';
import { citingForms } from '../../language/en/citing-forms.ts';
import { english } from '../../language/en/english.ts';
import { sampleDocument } from '../../testing/assistant/fake-assistant.ts';
import { type CitedPlace, readPlaces } from './read-places.ts';
import { resolvePlaces } from './resolve-places.ts';

const report = {
  ...sampleDocument,
  chapters: [
    ...sampleDocument.chapters,
    {
      name: 'Netherlands',
      title: 'The Netherlands: Chipping away at technological dependencies',
      kind: 'chapter' as const,
      page: 132,
      lastPage: 133,
    },
    {
      name: 'United Kingdom',
      title: 'United Kingdom: Ties',
      kind: 'chapter' as const,
      page: 186,
      lastPage: 193,
    },
  ],
};
/** A file whose printed numbers begin after four pages of front matter. */
const thesis = {
  ...sampleDocument,
  id: 'thesis',
  pageCount: 14,
  pageLabels: ['i', 'ii', 'iii', 'iv', ...Array.from({ length: 10 }, (_, index) => String(index + 1))],
  chapters: [{ name: 'Belgium', title: 'Belgium', kind: 'chapter' as const, page: 5, lastPage: 9 }],
};

function resolve(text: string | CitedPlace[], documents = [report]) {
  const places = typeof text === 'string' ? (readPlaces(text, citingForms) ?? []) : text;
  return resolvePlaces([{ text: `[${text}]`, places }], documents, english);
}
const found = (pages: number[]) => ({ documents: ['fragmented-europe-2026'], pages, faults: [] });
const fault = (...faults: string[]) => ({ documents: [], pages: [], faults });

describe('resolvePlaces', () => {
  it('looks in the document that a place names alone', () => {
    const place = (document: string) =>
      resolve([{ name: 'Belgium', pages: ['5'], document }], [report, thesis]);
    expect(place('thesis')).toMatchObject({ documents: ['thesis'], faults: [] });
    expect(place(report.id).faults).toEqual(['p. 5 is not in Belgium (pp. 36–41).']);
  });

  it.each([
    ['Germany, p. 84', [84]],
    ['germany, p. 84', []],
    ['Germany, pp. 84–86, 88', [84, 85, 86, 88]],
    ['Netherlands, p. 132', [132]],
    ['The Netherlands, p. 132', [132]],
    ['UK, p. 187', [187]],
    ['ETNC report, chapter on Germany, p. 84', [84]],
    ['Germany, p. 84; United Kingdom, p. 187', [84, 187]],
    ['p. 40', [40]],
    ['ETNC 2026, p. 40', [40]],
    ['Fragmented Europe, p. 40', [40]],
    ['The report, p. 40', [40]],
  ])('finds %s', (text, pages) => {
    const places = readPlaces(text, citingForms);
    if (pages.length === 0) expect(places).toBeUndefined();
    else expect(resolve(text)).toEqual(found(pages));
  });

  it('takes a chapter without a page for all of its pages', () => {
    expect(resolve([{ name: 'Netherlands', pages: [] }])).toEqual(found([132, 133]));
  });

  it.each([
    ['p. 384', 'p. 384: the report has 194 pages.'],
    ['Germany, p. 384', 'p. 384: the report has 194 pages.'],
    ['Germany, p. 40', 'p. 40 is not in Germany (pp. 82–91), but in Belgium.'],
    ['Germany, p. 20', 'p. 20 is not in Germany (pp. 82–91).'],
    ['Germny, p. 84', 'No chapter is called “Germny”. Did you mean Germany?'],
    ['Norway, p. 84', 'No chapter is called “Norway”.'],
  ])('tells what is wrong with %s', (text, sentence) => {
    expect(resolve(text)).toEqual(fault(sentence));
  });

  it('keeps what exists of several, and tells of the rest once', () => {
    expect(resolve('Germany, pp. 84, 40, 40')).toEqual({
      ...found([84]),
      faults: ['p. 40 is not in Germany (pp. 82–91), but in Belgium.'],
    });
  });

  it('tells of a note that is not there', () => {
    expect(resolvePlaces([{ text: '[^9]', places: null }], [report], english)).toEqual(
      fault('[^9]: there is no such note.'),
    );
  });

  it('takes numbers as printed and as counted where they differ', () => {
    expect(resolve('p. 5', [thesis]).pages).toEqual([5, 9]);
    expect(resolve('p. iii', [thesis]).pages).toEqual([3]);
    expect(resolve('p. 12', [thesis]).pages).toEqual([12]);
  });

  it('needs a page to be in one of the documents only', () => {
    expect(resolve('p. 40', [report, thesis])).toEqual(found([40]));
    expect(resolve('Belgium, p. 40', [report, thesis])).toEqual(found([40]));
    expect(resolve('Belgium, p. 5', [report, thesis])).toEqual({
      documents: ['thesis'],
      pages: [5, 9],
      faults: [],
    });
    expect(resolve('p. 384', [report, thesis])).toEqual(fault('p. 384: no document has it.'));
  });
});
