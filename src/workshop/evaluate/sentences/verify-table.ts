/** How well written sentences are checked: changed ones caught and harmless ones passed, by kind. */
import type { Assistant, Verification } from '../../../assistant/assistant.ts';
import type { OnProgress } from '../../../core/types.ts';
import { formatShare } from '../../../text/format-share.ts';
import { alignTable } from '../report/plain-report.ts';
import { renderTable } from '../report/render-markdown.ts';
import type { Table } from '../report/tables.ts';
import { wilsonInterval } from '../score/statistics.ts';
import type { Triple } from './verify-format.ts';

export interface CheckedTriple {
  triple: Triple;
  verification: Verification;
}

/** Checks each sentence against its passage and chapter. */
export async function checkTriples(
  triples: readonly Triple[],
  verify: Assistant['verify'],
  onProgress?: OnProgress,
): Promise<CheckedTriple[]> {
  const checked: CheckedTriple[] = [];
  for (const triple of triples) {
    const { sentence, passage, chapter } = triple;
    checked.push({ triple, verification: await verify(sentence, [{ text: passage, chapter }]) });
    onProgress?.({ stage: 'checking', done: checked.length, total: triples.length });
  }
  return checked;
}

const isChanged = ({ triple }: CheckedTriple) => triple.verdict !== 'supported';
/** Caught: any verdict but `supported`, even if it is not the expected one. */
const isCaught = ({ verification }: CheckedTriple) => verification.verdict !== 'supported';
const isRight = (one: CheckedTriple) => isCaught(one) === isChanged(one);

/** Changes of a fact that is in the passage literally, so that rules can compare it. */
const factKinds = new Set(['number', 'date', 'name', 'country', 'quotation']);

function toRow(label: string, own: readonly CheckedTriple[]): string[] {
  const right = own.filter(isRight).length;
  const interval = wilsonInterval(right, own.length);
  const share = own.length === 0 ? null : right / own.length;
  return [label, formatShare(share), interval?.map(formatShare).join(' to ') ?? '', String(own.length)];
}

/** A row of the summary: its label and its sentences. */
const groups = [
  { label: 'changed: caught', key: 'changedCaught', has: isChanged },
  {
    label: 'changed in number, date, name, country or quotation: caught',
    key: 'factsCaught',
    has: (one: CheckedTriple) => isChanged(one) && factKinds.has(one.triple.kind),
  },
  { label: 'harmless: passed', key: 'harmlessPassed', has: (one: CheckedTriple) => !isChanged(one) },
] as const;

/** Each file, and each report, has its own authors and style. */
const groupOf = ({ triple }: CheckedTriple) => triple.report ?? triple.file;
const filesOf = (checked: readonly CheckedTriple[]) => [...new Set(checked.map(groupOf))];
const ofFile = (checked: readonly CheckedTriple[], file: string) =>
  checked.filter((one) => groupOf(one) === file);

/** The summary, overall and by file if there are several, then a row per kind, most frequent first. */
export function verificationTables(checked: readonly CheckedTriple[]): Table[] {
  const changed = checked.filter(isChanged);
  const harmless = checked.filter((one) => !isChanged(one));
  const files = filesOf(checked);
  const byKind = (own: readonly CheckedTriple[]) =>
    [...new Set(own.map(({ triple }) => triple.kind))]
      .map((kind) => ({ kind, ofKind: own.filter(({ triple }) => triple.kind === kind) }))
      .sort((a, b) => b.ofKind.length - a.ofKind.length || (a.kind < b.kind ? -1 : 1))
      .map(({ kind, ofKind }) => toRow(kind, ofKind));
  return [
    [
      ['Sentences', 'right', '95 % interval', 'number'],
      ...groups.map(({ label, has }) => toRow(label, checked.filter(has))),
    ],
    ...(files.length < 2
      ? []
      : files.map((file) => [
          [file, 'right', '95 % interval', 'number'],
          ...groups.map(({ label, has }) => toRow(label, ofFile(checked, file).filter(has))),
        ])),
    [['Changed, by kind', 'caught', '95 % interval', 'number'], ...byKind(changed)],
    [['Harmless, by kind', 'passed', '95 % interval', 'number'], ...byKind(harmless)],
  ];
}

/** As JSON: the tables' rows as numbers, and each sentence with its verdict. */
export function verificationJson(checked: readonly CheckedTriple[]) {
  const shareOf = (own: readonly CheckedTriple[]) => {
    const right = own.filter(isRight).length;
    return { right, total: own.length, interval: wilsonInterval(right, own.length) };
  };
  const byKind = (own: readonly CheckedTriple[]) =>
    Object.fromEntries(
      [...new Set(own.map(({ triple }) => triple.kind))]
        .sort()
        .map((kind) => [kind, shareOf(own.filter(({ triple }) => triple.kind === kind))]),
    );
  const summaryOf = (own: readonly CheckedTriple[]) =>
    Object.fromEntries(groups.map(({ key, has }) => [key, shareOf(own.filter(has))]));
  const changed = checked.filter(isChanged);
  const harmless = checked.filter((one) => !isChanged(one));
  return {
    summary: summaryOf(checked),
    byFile: Object.fromEntries(filesOf(checked).map((file) => [file, summaryOf(ofFile(checked, file))])),
    changedByKind: byKind(changed),
    harmlessByKind: byKind(harmless),
    sentences: checked.map(({ triple, verification }) => ({
      id: triple.id,
      chapter: triple.chapter,
      kind: triple.kind,
      sentence: triple.sentence,
      expected: triple.verdict,
      ...verification,
    })),
  };
}

/** For the terminal; ends with the ids of wrong verdicts. */
export function formatVerification(checked: readonly CheckedTriple[]): string {
  const wrong = checked.filter((one) => !isRight(one)).map(({ triple }) => `${triple.id} (${triple.kind})`);
  return [
    ...verificationTables(checked).flatMap((table) => [...alignTable(table), '']),
    `Wrong: ${wrong.length === 0 ? 'none' : wrong.join(', ')}`,
    '',
  ].join('\n');
}

/**
 * For docs/verification.md and docs/verification-reports.md; deterministic.
 * @param command that makes the file.
 */
export function renderVerification(
  checked: readonly CheckedTriple[],
  { processor, command }: { processor: string; command: string },
): string {
  const chapters = new Set(checked.map(({ triple: { report = '', chapter } }) => `${report}/${chapter}`));
  return [
    '# Checking written sentences',
    '',
    `${checked.length} sentences on passages of ${chapters.size} chapters, each held against the passage it cites ([format](../evals/VERIFY-FORMAT.md)).`,
    `Made by \`${command}\`. Rules were written and weights fitted on`,
    'the dev split. Intervals are Wilson’s. The npm package `rag-cite`, made for the same check, cannot be installed (npm',
    'answers 404), and so is not measured beside it.',
    `Computed on ${processor}.`,
    ...verificationTables(checked).flatMap(renderTable),
    '',
  ].join('\n');
}
