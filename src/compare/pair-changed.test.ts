import { describe, expect, it } from 'vitest';
import { createPauses } from '../core/pauses.ts';
import type { PassageKind } from '../core/types.ts';
import type { EditionSentence } from './edition.ts';
import { pairChanged } from './pair-changed.ts';
import { sentenceKey } from './sentence-key.ts';

function sentences(texts: readonly string[], kind: PassageKind = 'body'): EditionSentence[] {
  return texts.map((text, at) => ({
    text,
    kind,
    at,
    key: sentenceKey(text),
    pages: [1],
    passageId: 'report/1/1',
    chapter: 'Sweden',
    section: null,
  }));
}

/** "old → new", a line for each pair; the parts of one side joined by " / ". */
async function pair(
  before: readonly string[],
  after: readonly string[],
  kind?: PassageKind,
): Promise<string[]> {
  const join = (all: readonly EditionSentence[]) => all.map(({ text }) => text).join(' / ');
  const pairs = await pairChanged(sentences(before, kind), sentences(after, kind), 0.55, createPauses());
  return pairs.map((found) => `${join(found.before)} → ${join(found.after)}`);
}

const ban =
  'Sweden, as one of few EU countries, adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020.';

describe('changed sentences', () => {
  it('are paired by their words, not by their places', async () => {
    const later = ban.replace('in 2020', 'in 2021');
    const sharp = 'Following this decision, Ericsson reported a sharp drop in revenue in the Chinese market.';
    const slight = sharp.replace('a sharp drop', 'a slight drop');
    expect(await pair([ban, sharp], [slight, later])).toEqual([`${ban} → ${later}`, `${sharp} → ${slight}`]);
  });

  it('are not paired with others that only have small words in common', async () => {
    const other =
      'In recent years, China has become one of the most important markets for companies from Sweden.';
    expect(await pair([ban], [other])).toEqual([]);
  });

  it('are paired with all parts of a sentence that was cut in three', async () => {
    const whole =
      'Polish universities have signed agreements with Beijing, the ministry reviews each of them with care, and no partner has so far been refused.';
    const parts = [
      'Polish universities have signed agreements with Beijing.',
      'The ministry reviews each of them with care.',
      'No partner has so far been refused.',
    ];
    expect(await pair([whole], parts)).toEqual([`${whole} → ${parts.join(' / ')}`]);
    expect(await pair(parts, [whole])).toEqual([`${parts.join(' / ')} → ${whole}`]);
  });

  it('do not take in a new sentence beside them', async () => {
    const later = ban.replace('in 2020', 'in 2021');
    expect(await pair([ban], [later, 'Ericsson did not comment on it.'])).toEqual([`${ban} → ${later}`]);
    // Small words of it are in what the sentence lost.
    const shorter = 'Sweden adopted an explicit ban on equipment from Huawei.';
    const other = 'One of few networks had failed to see it coming.';
    expect(await pair([ban], [shorter, other])).toEqual([`${ban} → ${shorter}`]);
  });
});

describe('rows of tables', () => {
  it('are paired by their labels where every figure changed', async () => {
    const before = ['Goodwill | 12,790 | 13,486 | 14,001', 'Inventories | 3,128 | 2,720 | 2,533'];
    const after = ['Inventories | 3,338 | 3,128 | 2,720', 'Goodwill | 15,200 | 12,790 | 13,486'];
    expect(await pair(before, after, 'table')).toEqual([
      `${before[0]} → ${after[1]}`,
      `${before[1]} → ${after[0]}`,
    ]);
    expect(await pair(['Net income | 5 | 6'], ['Goodwill | 5 | 6'], 'table')).toEqual([]);
  });

  it('of one label are paired in their order', async () => {
    const before = ['Total | 17', 'Total | 230', 'Total | 4'];
    const after = ['Total | 19', 'Total | 260', 'Total | 5'];
    expect(await pair(before, after, 'table')).toEqual(before.map((row, at) => `${row} → ${after[at]}`));
  });

  it('without labels are paired where some of their figures stayed', async () => {
    expect(await pair(['2019 | 12 | 13'], ['2019 | 12 | 14'], 'table')).toHaveLength(1);
    expect(await pair(['2019 | 12 | 13'], ['2024 | 77 | 78'], 'table')).toEqual([]);
  });

  it('are paired in thousands, all of one label', async () => {
    const rows = (first: number) =>
      Array.from({ length: 20_000 }, (_, at) => `Total | ${first + at} | ${(first + at) * 7}`);
    const before = rows(100_000);
    const after = rows(900_000);
    expect(await pair(before, after, 'table')).toEqual(before.map((row, at) => `${row} → ${after[at]}`));
  });
});
