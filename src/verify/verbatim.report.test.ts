/** The report's own sentences, against their own passages. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Passage } from '../core/types.ts';
import { english } from '../language/en/english.ts';
import { openReportIndex } from '../testing/assistant/report-index.ts';
import { createFakeReaders } from '../testing/networks/fake-readers.ts';
import { checkSentence } from './checks/check-sentence.ts';
import { findQuantities } from './reading/read-quantities.ts';
import { countCountries, findSubjects } from './subjects.ts';
import type { SourceText } from './verification.ts';
import { verifySentence } from './verify-sentence.ts';

/** At least this many sentences, from all over the report. */
const swept = 500;

interface Pair {
  sentence: string;
  source: SourceText;
}

function toPairs(passages: readonly Passage[]): Pair[] {
  return passages.flatMap(({ text, sentences, chapter, section }) =>
    sentences.map((sentence) => ({
      sentence: sentence.text,
      source: { text, sentences: sentences.map((one) => one.text), chapter, section },
    })),
  );
}

let pairs: Pair[] = [];
let bodyPairs: Pair[] = [];
let passages: readonly Passage[] = [];

beforeAll(async () => {
  const store = await openReportIndex();
  passages = await store.readStretch({ documents: (await store.documents()).map(({ id }) => id) });
  bodyPairs = toPairs(passages.filter(({ kind }) => kind === 'body'));
  const all = toPairs(passages);
  const step = Math.floor(all.length / swept);
  pairs = all.filter((_, index) => index % step === 0);
  await store.close();
});

/** The number with its last telling digit three higher: 415,000 for 412,000, 70% for 40%. */
function raiseDigit(number: string): string {
  const at = number.search(/[1-9](?=\D*(?:0\D*)*$)/);
  const raised = ((Number(number[at]) + 2) % 9) + 1;
  return `${number.slice(0, at)}${raised}${number.slice(at + 1)}`;
}

describe('the report’s own numbers', () => {
  it('are refused with one digit changed', () => {
    const changed = bodyPairs.flatMap(({ sentence, source }) =>
      findQuantities(sentence, english)
        .filter(({ text, unit }) => /[1-9]/.test(text) && unit !== 'ordinal')
        .map(({ text, start, end }) => ({ source, number: raiseDigit(text), text, start, end, sentence }))
        .filter(({ number }) => !source.text.includes(number)),
    );
    const missed = changed.filter(({ sentence, source, number, start, end }) => {
      const written = sentence.slice(0, start) + number + sentence.slice(end);
      return !checkSentence(written, [source]).some(({ isCertain }) => isCertain);
    });
    expect(changed.length).toBeGreaterThan(200);
    expect(missed.length / changed.length).toBeLessThan(0.05);
  });
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
    expect(findSubjects(countCountries(passages))).toEqual(['China']);
  });
});
