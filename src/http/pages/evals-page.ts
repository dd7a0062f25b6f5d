/** /evals: the runs that were kept, their figures from run to run, and each run's report. */

import { html } from 'hono/html';
import { formatShare } from '../../text/format-share.ts';
import type { KeptFigure, KeptRun } from '../../wire/kept-run.ts';
import type { AddRoutes } from '../app-options.ts';
import { listRuns, readReport, readShippedRun } from './eval-runs.ts';
import { renderPlainPage } from './plain-page.ts';

/**
 * A report has its own inline style and script, for its filters. The sandbox gives them no origin, so they can reach
 * neither this server nor any other.
 */
const reportPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "script-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-scripts',
].join('; ');

/** The change since the previous run, as "+.012"; empty if there is none to three decimals, or no previous run. */
export function formatChange(now: number | null, before: number | null | undefined): string {
  if (now === null || before === null || before === undefined) return '';
  const change = Math.round((now - before) * 1000) / 1000;
  if (change === 0) return '';
  return `${change > 0 ? '+' : '−'}${formatShare(Math.abs(change))}`;
}

/** "1 July 2026, 09:30 UTC". */
function formatTime(at: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat('en-GB', options).format(new Date(at)).replace(' at ', ', ')} UTC`;
}

/** Runs over the same questions, latest first; the groups are ordered by their latest run. */
function groupByTitle(runs: readonly KeptRun[]): KeptRun[][] {
  const groups = new Map<string, KeptRun[]>();
  for (const run of runs) groups.set(run.title, [...(groups.get(run.title) ?? []), run]);
  return [...groups.values()];
}

/** @param hasReport whether its report can be opened. */
function renderRow(run: KeptRun, before: KeptRun | undefined, hasReport: boolean) {
  const earlier = (label: string) => before?.figures.find((one) => one.label === label)?.value;
  return html`<tr>
<th scope="row">${hasReport ? html`<a href="/evals/${run.name}">${formatTime(run.at)}</a>` : formatTime(run.at)}<small>${run.details.at(-1) ?? ''}</small></th>
${run.figures.map(({ label, value }: KeptFigure) => html`<td>${formatShare(value)}<small>${formatChange(value, earlier(label))}</small></td>`)}
</tr>
`;
}

function renderGroup(runs: readonly KeptRun[], hasReports = true) {
  const [latest] = runs;
  if (latest === undefined) return '';
  return html`<section aria-label="${latest.title}">
<h2>${latest.title}</h2>
<p>${latest.details[0] ?? ''}</p>
<div class="wide" tabindex="0" role="group" aria-label="Figures from run to run">
<table>
<thead><tr><th scope="col">Run</th>${latest.figures.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${runs.map((run, index) => renderRow(run, runs[index + 1], hasReports))}</tbody>
</table>
</div>
</section>
`;
}

/** @param shipped shown where none was kept. */
function renderRuns(runs: readonly KeptRun[], shipped: KeptRun | null) {
  return renderPlainPage(
    'Evals · Chapter & Verse',
    html`<main class="runs">
<h1>How good are the answers</h1>
${
  runs.length === 0
    ? html`<p>The figures of this version, on questions about the report that ships, with known answers. No run has been kept on this machine yet: in a clone <code>verse eval --keep</code> makes one, with a report of every question.</p>
${shipped === null ? '' : renderGroup([shipped], false)}`
    : html`<p>Runs of <code>verse eval --keep</code>, the latest first; below each figure what changed since the run before. A run leads to its report, with every question.</p>
${groupByTitle(runs).map((group) => renderGroup(group))}`
}
<p><a href="/">Back to the questions</a></p>
</main>`,
  );
}

export const addEvalsPage: AddRoutes = (app, { runsDir }) => {
  app.get('/evals', async (context) => {
    const runs = runsDir === undefined ? [] : await listRuns(runsDir);
    const shipped = runs.length === 0 ? await readShippedRun() : null;
    return context.html(renderRuns(runs, shipped), 200, { 'Cache-Control': 'no-cache' });
  });
  app.get('/evals/:name{[0-9A-Za-z-]+}', async (context) => {
    const report = runsDir === undefined ? null : await readReport(runsDir, context.req.param('name'));
    if (report === null) return context.notFound();
    return context.html(report, 200, {
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': reportPolicy,
    });
  });
};
