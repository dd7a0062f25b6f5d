import { describe, expect, it } from 'vitest';
import type { StructureEntry } from '../core/types.ts';
import { findPlaces } from './find-places.ts';

/** An entry with the way to it; its level is that way's length but for parts. */
function entry(kind: StructureEntry['kind'], path: string[], level = path.length): StructureEntry {
  return { title: path.at(-1) ?? '', kind, level, page: 1, sources: ['heading'], path };
}

const [one, two] = ['Part I: The Union', 'Part II: Member states'];
const chapter = (title: string, part: string | undefined, name: string) => ({
  title,
  name,
  kind: 'chapter' as const,
  page: 1,
  lastPage: 9,
  ...(part && { part }),
});

const report = {
  id: 'report',
  chapters: [
    chapter('1 Institutions', one, 'Institutions'),
    chapter('2 Germany: Chips and cars', two, 'Germany'),
    chapter('3 Sweden', two, 'Sweden'),
    chapter('Conclusions', undefined, 'Conclusions'),
  ],
  structure: [
    entry('part', [one]),
    entry('chapter', [one, '1 Institutions']),
    entry('section', [one, '1 Institutions', '1.1 Parliament']),
    entry('part', [two]),
    entry('chapter', [two, '2 Germany: Chips and cars']),
    entry('section', [two, '2 Germany: Chips and cars', '2.1 Financing']),
    entry('section', [two, '2 Germany: Chips and cars', '2.1 Financing', 'Loans']),
    entry('section', [two, '2 Germany: Chips and cars', '2.2 Résumé']),
    { ...entry('section', [two]), title: 'Not in the text', path: [] },
    entry('chapter', [two, '3 Sweden']),
    entry('section', [two, '3 Sweden', '3.1 Financing']),
    entry('chapter', ['Conclusions'], 1),
  ].map(({ path, ...rest }) => (path?.length ? { ...rest, path } : rest)),
};

const germany = { documentId: 'report', chapter: 'Germany' };
const financing = { ...germany, path: [two, '2 Germany: Chips and cars', '2.1 Financing'] };

describe('findPlaces', () => {
  it.each([
    ['Germany > Financing'],
    ['germany > financing'],
    ['2 Germany: Chips and cars > 2.1 Financing'],
    ['Member states > Germany > Financing'],
    ['Part II > Germany > 2.1'],
    ['2.1'],
    ['Part II: Member states > 2 Germany: Chips and cars > 2.1 Financing'],
  ])('finds a section by %s', (wanted) => {
    expect(findPlaces(wanted, [report])).toEqual([financing]);
  });

  it('leaves out steps on the way, and minds no accents', () => {
    expect(findPlaces('Germany > Loans', [report])).toEqual([
      { ...financing, path: [...financing.path, 'Loans'] },
    ]);
    expect(findPlaces('Resume', [report])).toMatchObject([{ path: [two, expect.anything(), '2.2 Résumé'] }]);
  });

  it('finds a chapter by its whole title or number, with all that is in it', () => {
    expect(findPlaces('2 Germany: Chips and cars', [report])).toEqual([germany]);
    expect(findPlaces('Member states > Germany', [report])).toEqual([germany]);
  });

  it.each(['Part II: Member states', 'Part II', 'member states'])('finds the chapters of %s', (wanted) => {
    expect(findPlaces(wanted, [report])).toEqual([germany, { documentId: 'report', chapter: 'Sweden' }]);
  });

  it('means each document that has the way', () => {
    const other = { ...report, id: 'other' };
    expect(findPlaces('Germany > Financing', [other, report])).toEqual([
      { ...financing, documentId: 'other' },
      financing,
    ]);
  });

  it('refuses a title of several, with the way to each', () => {
    expect(() => findPlaces('Financing', [report])).toThrow(
      expect.objectContaining({
        code: 'unknown-chapter',
        sentence:
          '“Financing” is the title of 2 sections. Name one by the way to it: “Germany > Financing” or “Sweden > Financing”.',
      }),
    );
  });

  it('lists the first of many chapters', () => {
    const chapters = Array.from({ length: 30 }, (_, index) =>
      chapter(`Annex ${index}`, undefined, `Annex ${index}`),
    );
    expect(() => findPlaces('Atlantis', [{ ...report, chapters }])).toThrow(
      expect.objectContaining({
        sentence: expect.stringMatching(
          /There are: Annex 0, .*, Annex 11 and 18 others, which verse chapters lists\.$/,
        ),
      }),
    );
  });

  it.each([
    ['Germny', 'No chapter is called “Germny”. Did you mean Germany?'],
    ['1.1 Parlament', 'No chapter is called “1.1 Parlament”. Did you mean “Institutions > Parliament”?'],
    ['Atlantis', 'No chapter is called “Atlantis”. There are: Institutions, Germany, Sweden, Conclusions.'],
    [
      'Sweden > 3.1 Finacing',
      'No section is called “Sweden > 3.1 Finacing”. Did you mean “Sweden > Financing”?',
    ],
    [
      'Germany > Atlantis',
      'No section is called “Germany > Atlantis”. In “Germany” there are: Financing, Résumé.',
    ],
    ['Conclusions > Ruins', 'No section is called “Conclusions > Ruins”. “Conclusions” has no sections.'],
    [
      'Atlantis > Ruins',
      'No section is called “Atlantis > Ruins”. verse chapters --json lists the ways there are.',
    ],
    [
      'Not in the text',
      'No chapter is called “Not in the text”. There are: Institutions, Germany, Sweden, Conclusions.',
    ],
    [' > ', 'No chapter is called “ > ”. There are: Institutions, Germany, Sweden, Conclusions.'],
  ])('refuses %s and offers what is near', (wanted, sentence) => {
    expect(() => findPlaces(wanted, [report])).toThrow(
      expect.objectContaining({ code: 'unknown-chapter', sentence }),
    );
  });

  it('names the whole way where the short one leads to two', () => {
    const chapters = [chapter('1 Germany', undefined, 'Germany')];
    const ways = ['Outlook: Trade', 'Outlook: Research'].map((title) =>
      entry('section', ['1 Germany', title]),
    );
    const structure = [entry('chapter', ['1 Germany']), ...ways];
    expect(() => findPlaces('Outlook', [{ id: 'one', chapters, structure }])).toThrow(
      expect.objectContaining({
        hint: 'Name one by the way to it: “1 Germany > Outlook: Trade” or “1 Germany > Outlook: Research”.',
      }),
    );
  });

  it('names at most four ways', () => {
    const chapters = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => chapter(name, undefined, name));
    const structure = chapters.flatMap(({ title }) => [
      entry('chapter', [title]),
      entry('section', [title, 'Endnotes']),
    ]);
    expect(() => findPlaces('Endnotes', [{ id: 'six', chapters, structure }])).toThrow(
      expect.objectContaining({
        hint: 'Name one by the way to it: “A > Endnotes”, “B > Endnotes”, “C > Endnotes”, “D > Endnotes” and 2 others.',
      }),
    );
  });
});
