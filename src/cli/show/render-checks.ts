/** Checked sentences as a Markdown file, and as a page to read through. Pure. */
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { escapeMarkup } from '../../workshop/evaluate/escape-markup.ts';
import { pageStyle } from '../../workshop/evaluate/html-page.ts';
import type { CheckEntry, CheckSection } from './describe-checks.ts';

const title = 'Checked against the report';

/** One line: a line end would end the list item it stands in. */
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

function htmlEntry({ place, verdict, tone, text, problems, evidence }: CheckEntry): string {
  const list = [
    ...problems.map((problem) => `<li class="${tones[tone]}">${escapeMarkup(problem)}</li>`),
    ...evidence.map((one) => `<li>${escapeMarkup(one.place)}: <q>${escapeMarkup(one.quote)}</q></li>`),
  ];
  const where = place === '' ? '' : ` <span class="faint">(${escapeMarkup(place)})</span>`;
  return [
    '<article>',
    `<h3><span class="${tones[tone]}">${escapeMarkup(verdict)}</span>${where}</h3>`,
    `<p>${escapeMarkup(text)}</p>`,
    ...(list.length === 0 ? [] : [`<ul>${list.join('')}</ul>`]),
    '</article>',
  ].join('\n');
}

/** The page loads nothing from anywhere and runs nothing, which its policy also forbids. */
export function renderChecksHtml(sections: readonly CheckSection[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    `<h1>${title}</h1>`,
    ...sections.flatMap(({ title: name, summary, entries }) => [
      `<h2>${escapeMarkup(name)}</h2>`,
      ...(summary === '' ? [] : [`<p class="faint">${escapeMarkup(summary)}</p>`]),
      ...entries.map(htmlEntry),
    ]),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
