/** A run as one HTML file, to read through: tables, plots, and each answer beside what was expected. Pure. */
import { html } from 'hono/html';
import type { QuestionResult } from '../ask-question.ts';
import { riskCoverage } from '../score/abstention.ts';
import { findFault } from '../score/find-fault.ts';
import { confidentAnswers, populations } from '../score/metrics.ts';
import { recallAt } from '../score/scorers.ts';
import { mean } from '../score/statistics.ts';
import { type Bar, drawBars, drawLines } from './charts.ts';
import { describeRun, type EvalReport, withoutFolders } from './eval-report.ts';
import { type Markup, renderReportPage } from './report-page.ts';
import { buildTables, type Table, type TableOptions } from './tables.ts';

function renderTable([heading = [], ...rows]: Table): Markup {
  const cell = (text: string) =>
    text.startsWith('  ') ? html`<td class="part">${text.trim()}</td>` : html`<td>${text}</td>`;
  return html`<table>
<thead><tr>${heading.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody>
</table>
`;
}

function figure(caption: string, chart: Markup): Markup {
  return html`<figure><figcaption>${caption}</figcaption>${chart}</figure>
`;
}

function drawRiskCoverage(questions: readonly QuestionResult[]): Markup[] {
  const points = riskCoverage(confidentAnswers(questions));
  if (points.length === 0) return [];
  const caption = 'Right answers among those given, as more questions are answered';
  const chart = drawLines({
    title: caption,
    xLabel: 'answerable questions answered',
    xTicks: [0, 0.25, 0.5, 0.75, 1],
    formatTick: (value) => `${value * 100} %`,
    series: [
      { label: 'all kinds', points: points.map(({ coverage, right }) => ({ x: coverage, y: right })) },
    ],
  });
  return [figure(caption, chart)];
}

function drawRecall(questions: readonly QuestionResult[], depth: number): Markup[] {
  const depths = Array.from({ length: depth }, (_, index) => index + 1);
  const series = populations.slice(0, 3).map(({ label, pick }) => {
    const ranked = questions.filter((one) => pick(one) && one.evidenceRanks.length > 0);
    const points = depths.map((k) => ({
      x: k,
      y: mean(ranked.map(({ evidenceRanks }) => recallAt(evidenceRanks, k) ?? 0)),
    }));
    return { label, points: points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }])) };
  });
  if (series.every(({ points }) => points.length === 0)) return [];
  const caption = 'Evidence in the first k passages';
  const xTicks = depths.filter((k) => k === 1 || k % 5 === 0);
  return [figure(caption, drawLines({ title: caption, xLabel: 'k', xTicks, formatTick: String, series }))];
}

function drawChapters(questions: readonly QuestionResult[]): Markup[] {
  const asked = questions.filter(({ kind, facts }) => kind === 'answerable' && facts.length > 0);
  const names = [...new Set(asked.map(({ chapters }) => chapters[0] ?? 'no chapter'))].sort();
  const bars = names.map((label): Bar => {
    const own = asked.filter(({ chapters }) => (chapters[0] ?? 'no chapter') === label);
    const right = own.filter(({ facts }) => facts.every(Boolean));
    return { label, value: right.length / own.length, note: `${own.length} asked` };
  });
  const caption = 'Answers holding all facts, by chapter';
  return bars.length === 0 ? [] : [figure(caption, drawBars(caption, bars))];
}

const pagesOf = (pages: readonly number[]) => (pages.length === 0 ? '' : `p. ${pages.join(', ')}`);

function renderList(items: readonly Markup[]): Markup | '' {
  return items.length === 0 ? '' : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

const faint = (text: string) => html` <span class="faint">${text}</span>`;

function renderAnswer({ status, reason, citations, answer }: QuestionResult): Markup | '' {
  if (status === 'not-found') return html`<p>Not found: ${reason}</p>`;
  if (citations.length === 0) return html`<p>${answer}</p>`;
  return renderList(
    citations.map(({ chapter, pages, quote }) => html`${quote}${faint(`${chapter}, ${pagesOf(pages)}`)}`),
  );
}

function renderReference({ reference, evidenceRanks, facts }: QuestionResult): Markup {
  const { answer, why, evidence, pages } = reference;
  const text = answer ?? why;
  const wanted = reference.facts.map(
    (wordings, index) =>
      html`<span class="${facts[index] === true ? 'found' : 'fault'}">${wordings.join(' / ')}</span>`,
  );
  const snippets = evidence.map((snippet, index) => {
    const rank = evidenceRanks[index];
    return html`“${snippet}”${faint(rank == null ? 'not among the passages found' : `passage ${rank}`)}`;
  });
  return html`${text === null ? '' : html`<p>${text}${faint(pagesOf([...new Set(pages)]))}</p>`}
${renderList(wanted)}${renderList(snippets)}`;
}

function renderQuestion(result: QuestionResult): Markup {
  const { id, kind, type, question, confidence, chapters, words } = result;
  const fault = findFault(result);
  const about = [id, kind, type, ...(chapters.length > 0 ? [chapters.join(', ')] : [])].join(' · ');
  return html`<article data-kind="${kind}" data-type="${type}" data-verdict="${fault === null ? 'passed' : 'failed'}">
<h3>${question}</h3>
<p class="faint">${about} · confidence ${confidence.toFixed(3)} · ${words} words</p>
${fault === null ? '' : html`<p class="fault">${fault}</p>`}
<div class="sides">
<div><h4>Answer</h4>${renderAnswer(result)}</div>
<div><h4>Expected</h4>${renderReference(result)}</div>
</div>
</article>
`;
}

function renderSelect(label: string, values: readonly string[]): Markup {
  const options = values.map((value) => html`<option>${value}</option>`);
  return html`<label>${label} <select><option value="">all</option>${options}</select></label>`;
}

function renderFilter(questions: readonly QuestionResult[]): Markup {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const types = [...new Set(questions.map(({ type }) => type))].sort();
  return html`<div class="filter">
${renderSelect('Kind', kinds)}
${renderSelect('Type', types)}
${renderSelect('Verdict', ['failed', 'passed'])}
<label>Words <input type="search"></label>
<span id="count" class="faint"></span>
</div>`;
}

export function renderHtml(report: EvalReport, options: TableOptions): Promise<string> {
  const { settings, misses, questions } = report;
  const [title = '', ...details] = describeRun(withoutFolders(settings));
  const charts = [
    ...drawRiskCoverage(questions),
    ...drawRecall(questions, settings.retrievalDepth),
    ...drawChapters(questions),
  ];
  return renderReportPage(
    'Chapter & Verse: evals',
    html`<h1>${title}</h1>
<p class="faint">${details.map((detail, index) => (index === 0 ? detail : html`<br>${detail}`))}</p>
${misses.map((miss) => html`<p class="fault">${miss}</p>`)}
<div class="charts">
${charts}</div>
<h2>Figures</h2>
<div class="tables">
${buildTables(report, options).map(renderTable)}</div>
<h2>Questions</h2>
${renderFilter(questions)}
${questions.map(renderQuestion)}`,
    { hasFilter: true },
  );
}
