import { describe, expect, it } from 'vitest';
import { createDocumentLanguages } from '../../language/document-languages.ts';
import { english } from '../../language/en/english.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { createFakeStore } from '../../testing/store/fake-store.ts';
import { asksForAuthors, findBylines } from './choose-authors.ts';

describe('asksForAuthors', () => {
  it.each([
    'Who wrote the chapter on Poland?',
    'Who is the author of the chapter on Poland?',
    'who are the authors of the German chapter',
    'author of the Italy chapter',
    'Name the authors of the section on Spain.',
    'By whom was the chapter on France written?',
  ])('%s', (text) => {
    expect(asksForAuthors(text, english)).toBe(true);
  });

  it.each([
    'According to the author of the chapter on Germany, what should Berlin do?',
    'Who wrote the letter to the commission?',
    'What does the author of the Spain chapter recommend?',
    'Who authored the warning against Huawei?',
    'Why did the authors of the chapter thank Rafael Jimenez?',
  ])('not: %s', (text) => {
    expect(asksForAuthors(text, english)).toBe(false);
  });
});

describe('findBylines', () => {
  const szczudlik = 'By Justyna Szczudlik, Polish Institute of International Affairs';
  const passages = [
    makePassage({ id: 'r/1/1', chapter: 'Poland' }, [szczudlik, 'Poland debates China.']),
    makePassage({ id: 'r/1/2', chapter: 'Poland' }, ['By February 2025 nothing was blocked.']),
    makePassage({ id: 'r/2/1', chapter: 'Spain' }, [
      'By Mario Esteban and Miguel Otero, Elcano Royal Institute',
    ]),
    { ...makePassage({ id: 's/1/1', chapter: 'Poland' }, [szczudlik]), documentId: 's' },
  ];
  const idsFor = async (text: string, namedChapters: string[], documents?: string[]) => {
    const asked = { text, language: english, namedChapters };
    const store = await createFakeStore({ passages });
    const filter = documents === undefined ? {} : { documents };
    const hits = await findBylines(asked, store, filter, createDocumentLanguages([]));
    return hits.map(({ passage }) => passage.id);
  };

  it('finds those of the chapters named', async () => {
    expect(await idsFor('Who wrote the chapter on Poland?', ['Poland'])).toEqual(['r/1/1', 's/1/1']);
    expect(await idsFor('Who wrote the chapters on Poland and Spain?', ['Poland', 'Spain'])).toHaveLength(3);
  });

  it('keeps to the documents asked for', async () => {
    expect(await idsFor('Who wrote the chapter on Poland?', ['Poland'], ['s'])).toEqual(['s/1/1']);
  });

  it('finds none where no chapter is named, or another thing is asked', async () => {
    expect(await idsFor('Who wrote the best chapter?', [])).toEqual([]);
    expect(await idsFor('Who wrote to Huawei?', ['Poland'])).toEqual([]);
  });
});
