import { describe, expect, it } from 'vitest';
import type { Passage, ReportDocument } from '../../core/types.ts';
import { buildGazetteer, countNames, type Gazetteer } from './gazetteer.ts';
import { countSpellings } from './spelling.ts';

const chapter = (name: string) => ({ name, title: name, kind: 'chapter' as const, page: 1, lastPage: 9 });

function passage(chapterName: string, text: string, kind: Passage['kind'] = 'body'): Passage {
  return {
    id: `r/${chapterName}/${text.length}`,
    documentId: 'r',
    chapter: chapterName,
    section: null,
    kind,
    text,
    pages: [1],
    sentences: [],
  };
}

const document = {
  title: 'A report on Europe',
  language: 'en',
  chapters: [chapter('Executive Summary'), chapter('France'), chapter('Germany')],
} as ReportDocument;

const gazetteerOf = (passages: readonly Passage[]): Promise<Gazetteer> =>
  buildGazetteer([document], { ...countNames(passages), ...countSpellings(passages) });

describe('buildGazetteer', () => {
  it('gives a name to the chapter that it is at home in', async () => {
    const { chapterOf } = await gazetteerOf([
      passage(
        'Germany',
        'In February, Chancellor Merz called for investments. For his part, Merz said so again.',
      ),
      passage('France', 'By contrast, President Macron met Huawei. In Paris, Macron and Huawei agreed.'),
      passage('Germany', 'It is said that Huawei and again Huawei build plants.'),
      passage('Executive Summary', 'Then Macron, and Macron, and Macron spoke of Merz.'),
    ]);
    expect(chapterOf.get('merz')).toBe('Germany');
    expect(chapterOf.get('macron')).toBe('France');
    expect(chapterOf.has('huawei')).toBe(false);
  });

  it('gives none to a chapter that sums up others, as the language of the report calls it', async () => {
    const summary = [passage('Executive Summary', 'Then Lagarde, and again Lagarde spoke.')];
    expect((await gazetteerOf(summary)).chapterOf.has('lagarde')).toBe(false);
    const { chapterOf } = await buildGazetteer([{ ...document, language: 'nl' }], {
      ...countNames(summary),
      ...countSpellings(summary),
    });
    expect(chapterOf.get('lagarde')).toBe('Executive Summary');
  });

  it('does not take a word for a name because it opens a sentence, nor names of endnotes', async () => {
    const { chapterOf } = await gazetteerOf([
      passage('Germany', 'Batteries matter. Batteries are made here.'),
      passage('Germany', 'In the paper by Specht, and by Specht again.', 'note'),
    ]);
    expect([...chapterOf.keys()]).toEqual([]);
  });

  it('is made in pieces, so that a server answers while it opens a large index', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `Chapter ${at}`);
    const large = { ...document, chapters: names.map(chapter) };
    const passages = names.map((name) => passage(name, `Here ${name.replace(' ', '')} speaks.`));
    let pauses = 0;
    await buildGazetteer([large], { ...countNames(passages), ...countSpellings(passages) }, async () => {
      pauses += 1;
    });
    // One before each chapter, and each name.
    expect(pauses).toBeGreaterThan(2 * names.length);
  });
});
