/** A run as JUnit XML: one test case a question, for the report pages of build servers. Pure. */
import { html } from 'hono/html';
import type { QuestionResult } from './ask-question.ts';
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

/** What XML 1.0 cannot hold even escaped. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const clean = (text: string) => text.replace(forbidden, '');

function renderCase(result: QuestionResult) {
  const { id, kind, question, latencyMs } = result;
  const fault = findFault(result);
  const failure =
    fault === null
      ? html`/>`
      : html`>
      <failure message="${clean(fault)}">${clean(describe(result))}</failure>
    </testcase>`;
  return html`    <testcase classname="${kind}" name="${clean(`${id}: ${question}`)}" time="${seconds(latencyMs)}"${failure}
`;
}

/** One suite a kind of question; a case fails where `findFault` finds one. */
export async function renderJunit({ settings, questions }: EvalReport): Promise<string> {
  const counts = (own: readonly QuestionResult[]) =>
    html`tests="${own.length}" failures="${own.filter((one) => findFault(one) !== null).length}" time="${seconds(sum(own.map((one) => one.latencyMs)))}"`;
  const suites = Object.keys(settings.asked).map((kind) => {
    const own = questions.filter((question) => question.kind === kind);
    return html`  <testsuite name="${kind}" ${counts(own)}>
${own.map(renderCase)}  </testsuite>
`;
  });
  const xml = await html`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="verse eval" ${counts(questions)}>
${suites}</testsuites>
`;
  return String(xml);
}
