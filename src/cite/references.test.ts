import { describe, expect, it } from 'vitest';
import { sampleAnswer, sampleCitation } from '../testing/assistant/fake-assistant.ts';
import type { Citation } from '../wire/types.ts';
import { pagesName, type Reference, referencesOf, referenceText } from './references.ts';
import { referenceKeys, toBibtex } from './to-bibtex.ts';
import { toCsl } from './to-csl.ts';
import { toRis } from './to-ris.ts';

const place = (number: number, rest: Partial<Citation>): Citation => ({ ...sampleCitation, number, ...rest });

/** An answer of one sentence that cites these places. */
const citing = (citations: Citation[]) => ({
  ...sampleAnswer,
  citations,
  sentences: sampleAnswer.sentences.map((one) => ({
    ...one,
    citations: citations.map(({ number }) => number),
  })),
});

const awkward: Reference = {
  document: 'r&d_100%',
  title: 'R&D at 100% {draft}: C:\\ #1_~^$',
  year: 2026,
  chapter: 'Česko – „Přehled“',
  pages: '83–84, 90',
  link: 'http://localhost/a{b}%20c#page=83',
  quotes: [{ text: 'Costs rose by 5% & more;\nsee {here}.', pages: '83–84' }],
};
const bare: Reference = { document: '報告', title: '報告', chapter: '第一章', pages: '7', quotes: [] };

describe('references', () => {
  it('name each chapter once, with all its pages as they are printed', () => {
    const answer = citing([
      place(1, { pages: [84, 85] }),
      place(2, { page: 90, pages: [90], pageLabel: '90' }),
      place(3, { chapter: 'Sweden', page: 182, pages: [182], pageLabel: '182', documentYear: 2026 }),
      place(4, { chapter: 'Foreword', page: 5, pages: [5, 6], pageLabel: 'iii' }),
    ]);
    const references = referencesOf(answer, () => undefined);
    expect(
      references.map(referenceText).map((text) => text.slice(sampleCitation.documentTitle.length)),
    ).toEqual([
      ', chapter “Germany”, pp. 84–85, 90.',
      ' (2026), chapter “Sweden”, p. 182.',
      ', chapter “Foreword”, pp. iii f.',
    ]);
  });

  it('give no year that the title has', () => {
    expect(referenceText({ ...awkward, title: 'Outlook 2026', pages: '1' })).toMatch(
      /^Outlook 2026, chapter/,
    );
    expect([pagesName('84'), pagesName('84–85'), pagesName('iii')]).toEqual(['p. 84', 'pp. 84–85', 'p. iii']);
  });
});

describe('a report without chapters', () => {
  const [whole] = referencesOf(
    citing([place(1, { documentTitle: 'Tarrant', undivided: true, chapter: 'Slip opinion', pages: [3] })]),
    () => undefined,
  );
  const references = whole === undefined ? [] : [{ ...whole, quotes: [] }];

  it('is referred to as a whole, in every format', () => {
    expect(references.map(referenceText)).toEqual([`Tarrant, pp. 3, ${sampleCitation.page}.`]);
    expect(toBibtex(references)).toMatch(/^@book\{[^,]+,\n {2}title = \{\{Tarrant\}\},\n {2}pages = /);
    expect(toRis(references)).toMatch(/^TY {2}- RPRT\r\nTI {2}- Tarrant\r\nSP {2}- /);
    expect(JSON.parse(toCsl(references))).toMatchObject([{ type: 'report', title: 'Tarrant' }]);
    const all = [references.map(referenceText), toBibtex(references), toRis(references), toCsl(references)];
    expect(all.join()).not.toMatch(/Slip|slip.opinion[^-]|container|booktitle|T2/);
  });
});

describe('BibTeX', () => {
  it('escapes what TeX would read, keeps capitals and letters, and writes runs of pages with two hyphens', () => {
    expect(toBibtex([awkward]).split('\n')).toEqual([
      '@incollection{r-d-100-cesko-prehled,',
      '  title = {{Česko – „Přehled“}},',
      '  booktitle = {{R\\&D at 100\\% \\{draft\\}: C:\\textbackslash{} \\#1\\_\\textasciitilde{}\\textasciicircum{}\\$}},',
      '  year = {2026},',
      '  pages = {83--84, 90},',
      '  url = {http://localhost/a%7Bb%7D%20c#page=83},',
      '  annotation = {“Costs rose by 5\\% \\& more; see \\{here\\}.” (83–84)}',
      '}',
      '',
    ]);
  });

  it('has braces that match, and no field for what is not known', () => {
    const entry = toBibtex([bare]);
    expect(entry).not.toMatch(/year|url/);
    for (const text of [entry, toBibtex([awkward])]) {
      const signs = [...text.replace(/\\[{}]/g, '')];
      expect(signs.filter((sign) => sign === '{')).toHaveLength(signs.filter((sign) => sign === '}').length);
    }
  });

  it('gives each its own key, also where nothing of a name can be in one', () => {
    expect(referenceKeys([bare, bare, awkward, awkward])).toEqual([
      'report',
      'report-2',
      'r-d-100-cesko-prehled',
      'r-d-100-cesko-prehled-2',
    ]);
  });
});

describe('RIS', () => {
  it('has a record for each chapter, a line for each field, and ends them', () => {
    expect(toRis([{ ...awkward, pages: '83–84' }, bare]).split('\r\n')).toEqual([
      'TY  - CHAP',
      'TI  - Česko – „Přehled“',
      'T2  - R&D at 100% {draft}: C:\\ #1_~^$',
      'PY  - 2026',
      'SP  - 83',
      'EP  - 84',
      'UR  - http://localhost/a{b}%20c#page=83',
      'N1  - “Costs rose by 5% & more; see {here}.” (83–84)',
      'ER  - ',
      '',
      'TY  - CHAP',
      'TI  - 第一章',
      'T2  - 報告',
      'SP  - 7',
      'ER  - ',
      '',
    ]);
    expect(toRis([awkward])).toContain('SP  - 83-84, 90\r\n');
  });
});

describe('CSL-JSON', () => {
  it('is a list of items, the year as a date, without fields for what is not known', () => {
    expect(JSON.parse(toCsl([awkward, bare]))).toEqual([
      {
        id: 'r-d-100-cesko-prehled',
        type: 'chapter',
        title: awkward.chapter,
        'container-title': awkward.title,
        issued: { 'date-parts': [[2026]] },
        page: '83-84, 90',
        URL: awkward.link,
        note: `“${awkward.quotes[0]?.text}” (83–84)`,
      },
      { id: 'report', type: 'chapter', title: '第一章', 'container-title': '報告', page: '7', note: '' },
    ]);
  });
});
