/** A run as JUnit XML, a test case per question, for build servers. Pure. */
import { html } from 'hono/html';
import type { QuestionResult } from '../ask-question.ts';
import { findFault } from '../score/find-fault.ts';
import type { EvalReport } from './eval-report.ts';

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(3);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The answer and what was expected. */
function describe({ answer, reference }: QuestionResult): string {
  const expected = reference.answer ?? reference.why ?? reference.evidence.join(' … ');
  return [
    `Answer: ${answer === '' ? 'none' : answer}`,
    ...(expected === '' ? [] : [`Expected: ${expected}`]),
  ].join('\n');
}

/** Characters that XML 1.0 forbids even escaped. */
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

/** One suite per kind of question; a case fails if `findFault` finds a fault. */
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
