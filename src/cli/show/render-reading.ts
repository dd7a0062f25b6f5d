/** A report on how well a document was read as one HTML file, with pictures of the sampled pages. Pure. */
import { html } from 'hono/html';
import { countNoun } from '../../text/count-noun.ts';
import { listPages, markNames, overall } from '../../text/tell-reading.ts';
import type { MarkKind, ReadingMark, ReadingPart, ReadingReport, SampledPage } from '../../wire/types.ts';
import { type Markup, renderReportPage } from '../../workshop/evaluate/report/report-page.ts';
import { listExamples } from './show-reading.ts';

/** The page's own view has the same in styles/reading.css. Pictures of pages are white in the dark too. */
const style = `
.verdict { display: inline-block; min-width: 3.4rem; padding: 0 .4rem; border: 1px solid currentColor; border-radius: 4px;
  text-align: center; font-size: .85rem; font-weight: 600; }
.verdict.good { color: var(--good); } .verdict.look { color: var(--two); } .verdict.poor { color: var(--bad); border-width: 3px; }
.parts { display: grid; grid-template-columns: auto auto minmax(0, 1fr); gap: .6rem 1rem; margin: 1rem 0; }
.parts > * { margin: 0; } .parts p { margin: 0; }
@media (max-width: 40rem) { .parts { grid-template-columns: auto 1fr; } .parts > div { grid-column: 1 / -1; margin-bottom: .6rem; } }
.legend { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; padding: 0; list-style: none; font-size: .9rem; }
.legend li { display: flex; gap: .5rem; align-items: center; }
.legend i { position: relative; display: block; flex: none; width: 2.4rem; height: 1.3rem; background: #fff; }
.pages { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); }
figure { max-width: 50rem; } figure details { font-size: .85rem; margin-top: .4rem; } figcaption { font-weight: 400; }
.leaf { position: relative; border: 1px solid var(--line); background: #fff; } .leaf img { display: block; width: 100%; }
.mark { position: absolute; border: 1.5px solid; }
.mark b { position: absolute; right: 100%; top: -1px; padding: 0 .25em; font: 600 10px/13px system-ui, sans-serif;
  white-space: nowrap; color: #fff; }
.legend .mark { inset: 0 0 0 16px; }
.heading { border-color: #6a1b9a; border-width: 2.5px; background: #6a1b9a22; } .heading b { background: #6a1b9a; }
.text { border-color: #1f5fbf; } .text b { background: #1f5fbf; }
.table { border: 4px double #00695c; } .table b { background: #00695c; } .row { border: 0; border-bottom: 1px dotted #00695c; background: #00695c12; }
.note { border-style: dashed; border-color: #8a4b00; } .note b { background: #8a4b00; }
.left-out { border: 1px dotted #50585f; background: repeating-linear-gradient(45deg, #50585f33 0 1px, transparent 1px 6px); }
.left-out b { background: #50585f; }
.lost { border: 3px solid #b3261e; background: repeating-linear-gradient(-45deg, #b3261e2b 0 2px, transparent 2px 8px); }
.lost b { background: #b3261e; }
.listing th, .listing td { text-align: left; }
`;

const signOf = ({ kind, number }: Pick<ReadingMark, 'kind' | 'number'>) =>
  number === undefined ? markNames[kind].sign : String(number);

const classOf = (kind: string) => kind.replace(' ', '-');

function renderMark(mark: ReadingMark): Markup {
  const { kind, says, x, y, width, height } = mark;
  const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
  const place = `left:${percent(x)};top:${percent(y)};width:${percent(width)};height:${percent(height)}`;
  const sign = signOf(mark);
  return html`<span class="mark ${classOf(kind)}" style="${place}" title="${markNames[kind].short}: ${says}">${
    sign === '' ? '' : html`<b>${sign}</b>`
  }</span>`;
}

const renderLegend = (kinds: ReadonlySet<MarkKind>): Markup => html`<ul class="legend">
${Object.entries(markNames)
  .filter(([kind]) => [...kinds].some((one) => one === kind))
  .map(
    ([kind, { sign, name }]) =>
      html`<li><i><span class="mark ${classOf(kind)}">${sign === '' ? '' : html`<b>${sign}</b>`}</span></i>${name}</li>`,
  )}
</ul>`;

function renderPage({ page, label, why, marks }: SampledPage, picture: string | undefined): Markup {
  const printed = label === String(page) ? '' : `, printed ${label}`;
  const reason = why.length === 0 ? 'drawn at random' : why.join('; ');
  const view =
    picture === undefined
      ? html`<p class="fault">This page could not be drawn.</p>`
      : html`<div class="leaf"><img src="${picture}" alt="Page ${page} of the document, with what was found on it marked">${marks.map(renderMark)}</div>`;
  return html`<figure>
<figcaption><b>p. ${page}</b>${printed}: ${reason}</figcaption>
${view}
<details><summary>${countNoun(marks.length, 'piece')} found on this page</summary><ol>${marks.map(({ kind, says }) => html`<li>${markNames[kind].short}: ${says}</li>`)}</ol></details>
</figure>
`;
}

const renderPart = ({ name, verdict, finding, advice, pages, examples }: ReadingPart): Markup => html`
<b>${name}</b><span><span class="verdict ${verdict}">${verdict}</span></span>
<div><p>${finding}${pages.length > 0 ? ` See ${listPages(pages)}.` : ''}</p>
${verdict !== 'good' && examples.length > 0 ? html`<p class="faint">Such as ${listExamples(examples)}.</p>` : ''}
${advice === undefined ? '' : html`<p>→ ${advice}</p>`}</div>`;

const renderLeftOut = ({ as, lines, examples }: ReadingReport['leftOut'][number]): Markup =>
  html`<tr><td>${as}</td><td>${lines.toLocaleString('en')}</td><td>${listExamples(examples)}</td></tr>`;

const renderChapter = ({ title, kind, level, page, sources }: ReadingReport['chapters'][number]): Markup =>
  html`<tr><td style="padding-left:${level - 1}rem">${title}</td><td>${kind}</td><td>${page}</td><td>${sources.join(', ')}</td></tr>`;

/** @param pictures of the sampled pages by their numbers, as PNG; a page without one says so. */
export function renderReading(
  report: ReadingReport,
  pictures: ReadonlyMap<number, Uint8Array>,
): Promise<string> {
  const title = `How well was “${report.title}” read?`;
  const kinds = new Set(report.sample.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  const addressOf = (page: number) => {
    const picture = pictures.get(page);
    return picture && `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
  };
  const content = html`<h1>${title}</h1>
<p>${overall[report.verdict]} <span class="faint">${report.document}, ${countNoun(report.pages, 'page')}.</span></p>
<div class="parts">${report.parts.map(renderPart)}</div>
<h2>Pages, with what was found on them</h2>
<p class="faint">The most doubtful ones first, then some drawn at random. The numbers give the order in which the text is read.</p>
${renderLegend(kinds)}
<div class="pages">${report.sample.map((page) => renderPage(page, addressOf(page.page)))}</div>
<h2>Left out of the passages</h2>
<div class="tables"><table class="listing"><tr><th>As</th><th>Lines</th><th>Such as</th></tr>${report.leftOut.map(renderLeftOut)}</table></div>
<h2>Chapters and sections</h2>
<div class="tables"><table class="listing"><tr><th>Title</th><th>What</th><th>Page</th><th>Named by</th></tr>${report.chapters.map(renderChapter)}</table></div>
`;
  return renderReportPage(title, content, { hasFilter: false, hasPictures: true, style });
}
