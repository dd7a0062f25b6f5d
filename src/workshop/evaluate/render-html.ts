/** A run as one HTML file, to read through: tables, plots, and each answer beside what was expected. Pure. */
import { riskCoverage } from './abstention.ts';
import type { QuestionResult } from './ask-question.ts';
import { type Bar, drawBars, drawLines } from './charts.ts';
import { escapeMarkup } from './escape-markup.ts';
import { describeRun, type EvalReport, withoutFolders } from './eval-report.ts';
import { findFault } from './find-fault.ts';
import { pageScript, pageStyle } from './html-page.ts';
import { confidentAnswers, populations } from './metrics.ts';
import { recallAt } from './scorers.ts';
import { mean } from './statistics.ts';
import { buildTables, type Table, type TableOptions } from './tables.ts';

function renderTable([heading = [], ...rows]: Table): string {
  const cells = (row: readonly string[]) =>
    row
      .map((cell) => `<td${cell.startsWith('  ') ? ' class="part"' : ''}>${escapeMarkup(cell.trim())}</td>`)
      .join('');
  const head = heading.map((cell) => `<th scope="col">${escapeMarkup(cell)}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`;
}

function figure(caption: string, chart: string): string {
  return `<figure><figcaption>${escapeMarkup(caption)}</figcaption>${chart}</figure>`;
}

function drawRiskCoverage(questions: readonly QuestionResult[]): string[] {
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

function drawRecall(questions: readonly QuestionResult[], depth: number): string[] {
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

function drawChapters(questions: readonly QuestionResult[]): string[] {
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

function renderList(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function renderAnswer({ status, reason, citations, answer }: QuestionResult): string {
  if (status === 'not-found') return `<p>Not found: ${escapeMarkup(reason ?? '')}</p>`;
  const cited = citations.map(
    ({ chapter, pages, quote }) =>
      `${escapeMarkup(quote)} <span class="faint">${escapeMarkup(chapter)}, ${pagesOf(pages)}</span>`,
  );
  return cited.length === 0 ? `<p>${escapeMarkup(answer)}</p>` : renderList(cited);
}

function renderReference({ reference, evidenceRanks, facts }: QuestionResult): string {
  const { answer, why, evidence, pages } = reference;
  const text = answer ?? why;
  const wanted = reference.facts.map(
    (wordings, index) =>
      `<span class="${facts[index] === true ? 'found' : 'fault'}">${escapeMarkup(wordings.join(' / '))}</span>`,
  );
  const snippets = evidence.map((snippet, index) => {
    const rank = evidenceRanks[index];
    return `“${escapeMarkup(snippet)}” <span class="faint">${rank == null ? 'not among the passages found' : `passage ${rank}`}</span>`;
  });
  return [
    text === null
      ? ''
      : `<p>${escapeMarkup(text)} <span class="faint">${pagesOf([...new Set(pages)])}</span></p>`,
    renderList(wanted),
    renderList(snippets),
  ].join('');
}

function renderQuestion(result: QuestionResult): string {
  const { id, kind, type, question, confidence, chapters, words } = result;
  const fault = findFault(result);
  const about = [id, kind, type, ...(chapters.length > 0 ? [chapters.join(', ')] : [])].join(' · ');
  return [
    `<article data-kind="${escapeMarkup(kind)}" data-type="${escapeMarkup(type)}" data-verdict="${fault === null ? 'passed' : 'failed'}">`,
    `<h3>${escapeMarkup(question)}</h3>`,
    `<p class="faint">${escapeMarkup(about)} · confidence ${confidence.toFixed(3)} · ${words} words</p>`,
    fault === null ? '' : `<p class="fault">${escapeMarkup(fault)}</p>`,
    `<div class="sides"><div><h4>Answer</h4>${renderAnswer(result)}</div>`,
    `<div><h4>Expected</h4>${renderReference(result)}</div></div></article>`,
  ].join('');
}

function renderFilter(questions: readonly QuestionResult[]): string {
  const select = (label: string, all: string, values: readonly string[]) => {
    const options = values.map((value) => `<option>${escapeMarkup(value)}</option>`).join('');
    return `<label>${label} <select><option value="">${all}</option>${options}</select></label>`;
  };
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const types = [...new Set(questions.map(({ type }) => type))].sort();
  return [
    '<div class="filter">',
    select('Kind', 'all', kinds),
    select('Type', 'all', types),
    select('Verdict', 'all', ['failed', 'passed']),
    '<label>Words <input type="search"></label>',
    '<span id="count" class="faint"></span></div>',
  ].join('');
}

/** The page loads nothing from anywhere, which its policy also forbids. */
export function renderHtml(report: EvalReport, options: TableOptions): string {
  const { settings, misses, questions } = report;
  const [title = '', ...details] = describeRun(withoutFolders(settings));
  const charts = [
    ...drawRiskCoverage(questions),
    ...drawRecall(questions, settings.retrievalDepth),
    ...drawChapters(questions),
  ];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    '<title>Chapter &amp; Verse: evals</title>',
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeMarkup(title)}</h1>`,
    `<p class="faint">${details.map(escapeMarkup).join('<br>')}</p>`,
    ...misses.map((miss) => `<p class="fault">${escapeMarkup(miss)}</p>`),
    `<div class="charts">${charts.join('\n')}</div>`,
    '<h2>Figures</h2>',
    `<div class="tables">${buildTables(report, options).map(renderTable).join('\n')}</div>`,
    '<h2>Questions</h2>',
    renderFilter(questions),
    ...questions.map(renderQuestion),
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
