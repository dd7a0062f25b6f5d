/** How well written sentences are checked: changed ones caught and harmless ones passed, by kind. */
import type { Assistant, Verification } from '../../../assistant/assistant.ts';
import type { OnProgress } from '../../../core/types.ts';
import { formatTables } from '../report/plain-report.ts';
import { renderTable } from '../report/render-markdown.ts';
import { shareCells } from '../report/share-cells.ts';
import type { Table } from '../report/tables.ts';
import { groupBy } from '../score/group-by.ts';
import { wilsonInterval } from '../score/statistics.ts';
import { factKinds, type Triple } from './verify-format.ts';

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

const toRow = (label: string, own: readonly CheckedTriple[]): string[] => [
  label,
  ...shareCells(own.filter(isRight).length, own.length),
];

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
const byFile = (checked: readonly CheckedTriple[]) =>
  groupBy(checked, ({ triple }) => triple.report ?? triple.file);
const byKind = (checked: readonly CheckedTriple[]) => groupBy(checked, ({ triple }) => triple.kind);

/** The summary, overall and by file if there are several, then a row per kind, most frequent first. */
export function verificationTables(checked: readonly CheckedTriple[]): Table[] {
  const changed = checked.filter(isChanged);
  const harmless = checked.filter((one) => !isChanged(one));
  const files = [...byFile(checked)];
  const kindRows = (own: readonly CheckedTriple[]) =>
    [...byKind(own)]
      .sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
      .map(([kind, ofKind]) => toRow(kind, ofKind));
  const summary = (label: string, own: readonly CheckedTriple[]): Table => [
    [label, 'right', '95 % interval', 'number'],
    ...groups.map((group) => toRow(group.label, own.filter(group.has))),
  ];
  return [
    summary('Sentences', checked),
    ...(files.length < 2 ? [] : files.map(([file, own]) => summary(file, own))),
    [['Changed, by kind', 'caught', '95 % interval', 'number'], ...kindRows(changed)],
    [['Harmless, by kind', 'passed', '95 % interval', 'number'], ...kindRows(harmless)],
  ];
}

/** As JSON: the tables' rows as numbers, and each sentence with its verdict. */
export function verificationJson(checked: readonly CheckedTriple[]) {
  const shareOf = (own: readonly CheckedTriple[]) => {
    const right = own.filter(isRight).length;
    return { right, total: own.length, interval: wilsonInterval(right, own.length) };
  };
  const sharesByKind = (own: readonly CheckedTriple[]) =>
    Object.fromEntries([...byKind(own)].sort().map(([kind, ofKind]) => [kind, shareOf(ofKind)]));
  const summaryOf = (own: readonly CheckedTriple[]) =>
    Object.fromEntries(groups.map(({ key, has }) => [key, shareOf(own.filter(has))]));
  const changed = checked.filter(isChanged);
  const harmless = checked.filter((one) => !isChanged(one));
  return {
    summary: summaryOf(checked),
    byFile: Object.fromEntries([...byFile(checked)].map(([file, own]) => [file, summaryOf(own)])),
    changedByKind: sharesByKind(changed),
    harmlessByKind: sharesByKind(harmless),
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
  return `${formatTables(verificationTables(checked))}\nWrong: ${wrong.length === 0 ? 'none' : wrong.join(', ')}\n`;
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
