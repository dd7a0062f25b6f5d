/** The report's own sentences, against their own passages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createFakeReaders } from '../testing/fake-readers.ts';
import { openReportIndex } from '../testing/report-index.ts';
import type { Passage } from '../types.ts';
import { checkSentence } from './checks/check-sentence.ts';
import { bodyTexts, findSubjects } from './subjects.ts';
import type { SourceText } from './verification.ts';
import { verifySentence } from './verify-sentence.ts';

/** At least this many sentences, from all over the report. */
const swept = 500;

let pairs: { sentence: string; source: SourceText }[] = [];
let passages: readonly Passage[] = [];

beforeAll(async () => {
  const store = await openReportIndex();
  passages = store.passages;
  const all = passages.flatMap((passage) =>
    passage.sentences.map((sentence) => ({
      sentence: sentence.text,
      source: {
        text: passage.text,
        sentences: passage.sentences.map(({ text }) => text),
        chapter: passage.chapter,
        section: passage.section,
      },
    })),
  );
  const step = Math.floor(all.length / swept);
  pairs = all.filter((_, index) => index % step === 0);
  await store.close();
});

describe('the report’s own sentences', () => {
  it('always pass', async () => {
    expect(pairs.length).toBeGreaterThanOrEqual(swept);
    const readers = createFakeReaders();
    const refused: string[] = [];
    for (const { sentence, source } of pairs) {
      const { verdict } = await verifySentence(sentence, [source], readers);
      if (verdict !== 'supported') refused.push(sentence);
    }
    expect(refused).toEqual([]);
  });

  it('have no certain problem either where they are checked like any other', () => {
    const found = pairs.flatMap(({ sentence, source }) =>
      checkSentence(sentence, [source]).filter(({ isCertain }) => isCertain),
    );
    expect(found).toEqual([]);
  });

  it('have few doubts', () => {
    const doubted = pairs.filter(({ sentence, source }) => checkSentence(sentence, [source]).length > 0);
    expect(doubted.length / pairs.length).toBeLessThan(0.2);
  });
});

describe('findSubjects', () => {
  it('finds what the report is about', () => {
    expect(findSubjects(bodyTexts({ passages }))).toEqual(['China']);
  });
});
