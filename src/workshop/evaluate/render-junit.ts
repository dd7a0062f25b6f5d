/** A run as JUnit XML: one test case a question, for the report pages of build servers. Pure. */
import type { QuestionResult } from './ask-question.ts';
import { escapeMarkup } from './escape-markup.ts';
import type { EvalReport } from './eval-report.ts';
import { findFault } from './find-fault.ts';

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What a reader of the failure wants to compare. */
function describe({ answer, reference }: QuestionResult): string {
  const expected = reference.answer ?? reference.why ?? reference.evidence.join(' … ');
  return [
    `Answer: ${answer === '' ? 'none' : answer}`,
    ...(expected === '' ? [] : [`Expected: ${expected}`]),
  ].join('\n');
}

function renderCase(result: QuestionResult): string[] {
  const { id, kind, question, latencyMs } = result;
  const opening = `    <testcase classname="${kind}" name="${escapeMarkup(`${id}: ${question}`)}" time="${seconds(latencyMs)}"`;
  const fault = findFault(result);
  if (fault === null) return [`${opening}/>`];
  return [
    `${opening}>`,
    `      <failure message="${escapeMarkup(fault)}">${escapeMarkup(describe(result))}</failure>`,
    '    </testcase>',
  ];
}

/** One suite a kind of question; a case fails where `findFault` finds one. */
export function renderJunit({ settings, questions }: EvalReport): string {
  const counts = (own: readonly QuestionResult[]) =>
    `tests="${own.length}" failures="${own.filter((one) => findFault(one) !== null).length}" time="${seconds(sum(own.map((one) => one.latencyMs)))}"`;
  const suites = Object.keys(settings.asked).flatMap((kind) => {
    const own = questions.filter((question) => question.kind === kind);
    return [`  <testsuite name="${kind}" ${counts(own)}>`, ...own.flatMap(renderCase), '  </testsuite>'];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="verse eval" ${counts(questions)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}
