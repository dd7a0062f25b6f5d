/**
 * Claims of AttributionBench (Li et al. 2024, arXiv:2402.15089): each with the references that it was cited to, and whether
 * these carry it.
 */
import { z } from 'zod';
import type { Assistant, Verification } from '../../../assistant/assistant.ts';
import type { OnProgress } from '../../../core/types.ts';
import { formatShare } from '../../../text/format-share.ts';
import { holdAgainst, parseJsonLines, readText } from '../read-json-lines.ts';
import { alignTable } from '../report/plain-report.ts';
import { renderTable } from '../report/render-markdown.ts';
import type { Table } from '../report/tables.ts';
import { auroc } from '../score/abstention.ts';
import { groupBy } from '../score/group-by.ts';

/** The set's lists are printed as Python writes them: ['one', "two's"]. */
function readList(printed: string): string[] {
  const found = printed.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs);
  const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
  return [...found].map(([, single, double]) =>
    (single ?? double ?? '')
      .replace(/\\x([0-9a-f]{2})|\\u([0-9a-f]{4})/gi, (_, byte, unit) =>
        String.fromCharCode(Number.parseInt(byte ?? unit, 16)),
      )
      .replace(/\\(.)/gs, (_, sign: string) => escapes[sign] ?? sign),
  );
}

const claimSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    claim: z.string().min(1),
    references: z.union([z.array(z.string()), z.string().transform(readList)]),
    attribution_label: z.enum(['attributable', 'not attributable']),
    src_dataset: z.string(),
  })
  .refine(({ references }) => references.some((text) => text.trim() !== ''), 'no reference');

export type AttributionClaim = z.infer<typeof claimSchema>;

/** @throws VerseError `cannot-read`, `bad-input` naming file and line. */
export async function readAttributionClaims(path: string): Promise<AttributionClaim[]> {
  const hint = 'Name a file of AttributionBench, such as data/test_all_subset_balanced_sampled500.jsonl.';
  return parseJsonLines(await readText(path, hint), path, hint).map(({ value, line }) =>
    holdAgainst(claimSchema, value, `${path}, line ${line}`, hint),
  );
}

export interface CheckedClaim {
  claim: AttributionClaim;
  verification: Verification;
}

/** Claims of fewer words are answers, which say nothing without their question. */
const fewestWords = 5;

/** The claim as a sentence; an answer of a few words behind its question. */
export function toSentence({ question, claim }: Pick<AttributionClaim, 'question' | 'claim'>): string {
  const isAnswer = claim.trim().split(/\s+/).length < fewestWords;
  return isAnswer ? `${question}: ${claim}` : claim;
}

/** Checks each claim against its references together. */
export async function checkClaims(
  claims: readonly AttributionClaim[],
  verify: Assistant['verify'],
  onProgress?: OnProgress,
): Promise<CheckedClaim[]> {
  const checked: CheckedClaim[] = [];
  for (const claim of claims) {
    const sources = claim.references.filter((text) => text.trim() !== '').map((text) => ({ text }));
    checked.push({ claim, verification: await verify(toSentence(claim), sources) });
    onProgress?.({ stage: 'checking', done: checked.length, total: claims.length });
  }
  return checked;
}

const isCarried = ({ claim }: CheckedClaim) => claim.attribution_label === 'attributable';
const isPassed = ({ verification }: CheckedClaim) => verification.verdict === 'supported';

/** The harmonic mean of precision and recall of one side. */
function f1(own: readonly CheckedClaim[], side: boolean): number {
  const both = own.filter((one) => isCarried(one) === side && isPassed(one) === side).length;
  const either =
    own.filter((one) => isCarried(one) === side).length + own.filter((one) => isPassed(one) === side).length;
  return either === 0 ? 0 : (2 * both) / either;
}

/** Macro F1 of the verdicts, and how often a carried claim scores above another. */
export function scoreClaims(own: readonly CheckedClaim[]) {
  const scores = (side: boolean) =>
    own.filter((one) => isCarried(one) === side).map(({ verification }) => verification.score);
  const share = (side: boolean) => {
    const of = own.filter((one) => isCarried(one) === side);
    return of.filter((one) => isPassed(one) === side).length / Math.max(1, of.length);
  };
  return {
    claims: own.length,
    macroF1: (f1(own, true) + f1(own, false)) / 2,
    auroc: auroc(scores(true), scores(false)),
    carriedPassed: share(true),
    othersCaught: share(false),
  };
}

function attributionTable(checked: readonly CheckedClaim[]): Table {
  const sets = [...groupBy(checked, ({ claim }) => claim.src_dataset)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const toRow = (label: string, own: readonly CheckedClaim[]) => {
    const { claims, macroF1, auroc: area, carriedPassed, othersCaught } = scoreClaims(own);
    return [label, ...[macroF1, area, carriedPassed, othersCaught].map(formatShare), String(claims)];
  };
  return [
    ['Claims of', 'macro F1', 'AUROC', 'carried: passed', 'others: caught', 'number'],
    ...sets.map(([set, own]) => toRow(set, own)),
    toRow('all', checked),
  ];
}

export function attributionJson(checked: readonly CheckedClaim[]) {
  return {
    summary: scoreClaims(checked),
    claims: checked.map(({ claim, verification }) => ({
      id: claim.id,
      expected: claim.attribution_label,
      verdict: verification.verdict,
      score: verification.score,
    })),
  };
}

export function formatAttribution(checked: readonly CheckedClaim[]): string {
  return `${alignTable(attributionTable(checked)).join('\n')}\n`;
}

/** For docs/attribution.md; deterministic. */
export function renderAttribution(checked: readonly CheckedClaim[], processor: string): string {
  return [
    '# Checking claims that were not written about a report',
    '',
    `${checked.length} claims of [AttributionBench](https://github.com/OSU-NLP-Group/AttributionBench) (arXiv:2402.15089), each held against the references that it was cited to. Nothing was fitted or trained on them. Answers of fewer than ${fewestWords} words are checked behind their question.`,
    'Made by `npm run eval -- --attribution FILE --out docs/attribution.md`, FILE its `data/test_all_subset_balanced_sampled500.jsonl`.',
    `Computed on ${processor}.`,
    ...renderTable(attributionTable(checked)),
    '',
  ].join('\n');
}
