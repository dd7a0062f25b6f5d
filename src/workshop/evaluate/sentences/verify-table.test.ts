import { describe, expect, it } from 'vitest';
import type { Verification } from '../../../assistant/assistant.ts';
import { wilsonInterval } from '../score/statistics.ts';
import type { Triple } from './verify-format.ts';
import {
  type CheckedTriple,
  checkTriples,
  formatVerification,
  renderVerification,
  verificationJson,
  verificationTables,
} from './verify-table.ts';

const triple = (id: string, verdict: Triple['verdict'], kind: string): Triple => ({
  id,
  chapter: 'Finland',
  page: 1,
  passage: 'Finnish Minerals Group owns 30% of the joint venture.',
  sentence: `${id}: a sentence.`,
  verdict,
  kind,
  note: '',
  file: 'one.jsonl',
});
const verification = (verdict: Verification['verdict']): Verification => ({
  verdict,
  problems: [],
  score: 0.5,
});
const checked: CheckedTriple[] = [
  { triple: triple('a', 'unsupported', 'number'), verification: verification('unsupported') },
  { triple: triple('b', 'altered-quotation', 'quotation'), verification: verification('unsupported') },
  { triple: triple('c', 'unsupported', 'relation'), verification: verification('supported') },
  { triple: triple('d', 'supported', 'voice'), verification: verification('supported') },
  { triple: triple('e', 'supported', 'voice'), verification: verification('altered-quotation') },
];

describe('checkTriples', () => {
  it('holds each sentence against its own passage and chapter', async () => {
    const asked: unknown[] = [];
    const verify = async (...args: unknown[]) => {
      asked.push(args);
      return verification('supported');
    };
    await checkTriples([triple('a', 'supported', 'voice')], verify);
    expect(asked).toEqual([
      [
        'a: a sentence.',
        [{ text: 'Finnish Minerals Group owns 30% of the joint venture.', chapter: 'Finland' }],
      ],
    ]);
  });
});

describe('verificationJson', () => {
  it('returns the tables as numbers and each sentence with its verdict', () => {
    const { summary, changedByKind, sentences } = verificationJson(checked);
    expect(summary.changedCaught).toEqual({ right: 2, total: 3, interval: wilsonInterval(2, 3) });
    expect(summary.harmlessPassed).toMatchObject({ right: 1, total: 2 });
    expect(changedByKind).toMatchObject({ relation: { right: 0, total: 1 } });
    expect(sentences[2]).toMatchObject({
      id: 'c',
      expected: 'unsupported',
      verdict: 'supported',
      score: 0.5,
    });
  });
});

describe('verificationTables', () => {
  it('sums up each file by itself where there are several', () => {
    const [, ...others] = checked;
    const ofTwo = [
      ...checked,
      ...others.map((one) => ({ ...one, triple: { ...one.triple, file: 'two.jsonl' } })),
    ];
    expect(verificationTables(checked).map(([head]) => head?.[0])).not.toContain('one.jsonl');
    const two = verificationTables(ofTwo).find(([head]) => head?.[0] === 'two.jsonl');
    expect(two?.[1]).toMatchObject(['changed: caught', '.500', expect.anything(), '2']);
    expect(verificationJson(ofTwo).byFile['one.jsonl']?.changedCaught).toMatchObject({ right: 2, total: 3 });
  });

  it('counts the caught of the changed and the passed of the harmless', () => {
    const [summary] = verificationTables(checked);
    expect(summary?.slice(1).map(([label, share, , number]) => [label, share, number])).toEqual([
      ['changed: caught', '.667', '3'],
      ['changed in number, date, name, country or quotation: caught', '1.000', '2'],
      ['harmless: passed', '.500', '2'],
    ]);
  });

  it('has a row for each kind', () => {
    const [, changed, harmless] = verificationTables(checked);
    expect(changed?.slice(1).map(([kind]) => kind)).toEqual(['number', 'quotation', 'relation']);
    expect(harmless?.slice(1).map(([kind, share]) => [kind, share])).toEqual([['voice', '.500']]);
  });
});

describe('the report', () => {
  it('names what went wrong, for the terminal', () => {
    expect(formatVerification(checked)).toMatch(/\nWrong: c \(relation\), e \(voice\)\n$/);
  });

  it('says how it was made, as Markdown', () => {
    const page = renderVerification(checked, {
      processor: 'AMD EPYC (avx2)',
      command: 'npm run eval -- --verify --split test --out docs/verification.md',
    });
    expect(page).toContain('\nComputed on AMD EPYC (avx2).\n');
    expect(page).toContain('npm run eval -- --verify --split test --out docs/verification.md');
    expect(page).toContain('| harmless: passed | .500 |');
  });
});

describe('wilsonInterval', () => {
  it('gives the published interval, even if all are right', () => {
    // Newcombe 1998, table I: 81 of 263, and 0 of 20.
    const rounded = (count: number, total: number) =>
      wilsonInterval(count, total)?.map((value) => value.toFixed(4));
    expect(rounded(81, 263)).toEqual(['0.2553', '0.3662']);
    expect(rounded(0, 20)).toEqual(['0.0000', '0.1611']);
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
