/** Checked sentences as a Markdown file, and as a page to read through. Pure. */
import { html } from 'hono/html';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { renderReportPage } from '../../workshop/evaluate/report/report-page.ts';
import type { CheckEntry, CheckSection } from './describe-checks.ts';

const title = 'Checked against the report';

/** One line, since a line break would end the list item. */
const toLine = (text: string) => escapeMarkdown(text.replace(/\s+/g, ' ').trim());

function markdownEntry({ place, verdict, text, problems, evidence }: CheckEntry): string[] {
  const head = `**${toLine(verdict)}**${place === '' ? '' : ` (${place})`}`;
  return [
    `- ${head}: ${toLine(text)}`,
    ...problems.map((problem) => `  - ${toLine(problem)}`),
    ...evidence.map((one) => `  - ${toLine(one.place)}: “${toLine(one.quote)}”`),
  ];
}

export function renderChecksMarkdown(sections: readonly CheckSection[]): string {
  const blocks = sections.map(({ title: name, summary, entries }) =>
    [
      `## ${toLine(name)}`,
      ...(summary === '' ? [] : [toLine(summary)]),
      entries.flatMap(markdownEntry).join('\n'),
    ].join('\n\n'),
  );
  return `${[`# ${title}`, ...blocks].join('\n\n')}\n`;
}

const tones = { good: 'found', bad: 'fault', faint: 'faint' } as const;

function htmlEntry({ place, verdict, tone, text, problems, evidence }: CheckEntry) {
  const list = [
    ...problems.map((problem) => html`<li class="${tones[tone]}">${problem}</li>`),
    ...evidence.map((one) => html`<li>${one.place}: <q>${one.quote}</q></li>`),
  ];
  return html`<article>
<h3><span class="${tones[tone]}">${verdict}</span>${place === '' ? '' : html` <span class="faint">(${place})</span>`}</h3>
<p>${text}</p>
${list.length === 0 ? '' : html`<ul>${list}</ul>`}
</article>
`;
}

export function renderChecksHtml(sections: readonly CheckSection[]): Promise<string> {
  const content = sections.map(
    ({ title: name, summary, entries }) => html`<h2>${name}</h2>
${summary === '' ? '' : html`<p class="faint">${summary}</p>`}
${entries.map(htmlEntry)}`,
  );
  return renderReportPage(
    title,
    html`<h1>${title}</h1>
${content}`,
    { hasFilter: false },
  );
}
