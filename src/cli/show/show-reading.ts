/** A report on how well a document was read, as text. Pure. */
import { countNoun } from '../../text/count-noun.ts';
import { listPages, overall } from '../../text/tell-reading.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { ReadingPart, ReadingReport, Verdict } from '../../wire/types.ts';
import type { Paint, Screen } from '../terminal.ts';

const verdictStyles = { good: 'green', look: 'yellow', poor: 'red' } as const;

/** Columns of the longest name of a part, "completeness", and of a verdict, with a blank behind each. */
const nameWidth = 14;
const verdictWidth = 6;

/** "“tes4ng”, p. 4": what it is about, where a page has it. */
export function listExamples(examples: ReadingPart['examples']): string {
  return examples.map(({ text, page }) => `“${text.trim()}” (p. ${page})`).join(', ');
}

function showVerdict(verdict: Verdict, paint: Paint): string {
  return `${paint(verdictStyles[verdict], verdict)}${' '.repeat(verdictWidth - verdict.length)}`;
}

function showPart({ name, verdict, finding, advice, pages, examples }: ReadingPart, screen: Screen): string {
  const indent = ' '.repeat(nameWidth + verdictWidth);
  const paragraphs = [
    `${finding}${pages.length > 0 ? ` See ${listPages(pages)}.` : ''}`,
    ...(verdict !== 'good' && examples.length > 0 ? [`Such as ${listExamples(examples)}.`] : []),
    ...(advice === undefined ? [] : [`→ ${advice}`]),
  ];
  const [first = '', ...rest] = paragraphs.map((text) => wrapText(text, screen.width, indent));
  const head = `${name.padEnd(nameWidth)}${showVerdict(verdict, screen.paint)}`;
  return [`${head}${first.trimStart()}`, ...rest].join('\n');
}

const leftOutNames: Record<ReadingReport['leftOut'][number]['as'], string> = {
  'running head': 'running heads and page numbers',
  contents: 'the contents',
  caption: 'captions',
  label: 'labels of charts, line numbers',
  'pull quote': 'pull quotes, which repeat the text',
};

function showLeftOut(leftOut: ReadingReport['leftOut'], { width }: Screen): string[] {
  if (leftOut.length === 0) return [];
  return [
    '',
    'Left out of the passages:',
    ...leftOut.map(({ as, lines, examples }) =>
      wrapText(
        `${countNoun(lines, 'line')} of ${leftOutNames[as]}: ${listExamples(examples.slice(0, 3))}`,
        width,
        '    ',
        '  ',
      ),
    ),
  ];
}

function showSample({ sample }: ReadingReport, { width }: Screen): string[] {
  const doubtful = sample.filter(({ why }) => why.length > 0);
  if (doubtful.length === 0) return [];
  return [
    '',
    'Look at these pages first (--html FILE draws what was found on them):',
    ...doubtful.map(({ page, why }) => wrapText(`p. ${page}: ${why.join('; ')}`, width, '    ', '  ')),
  ];
}

/** The report: the whole in a sentence, a verdict for each part, what was left out, and where to look. */
export function showReading(report: ReadingReport, screen: Screen): string {
  return `${[
    screen.paint('bold', wrapText(`${report.document}: ${report.title}`, screen.width)),
    overall[report.verdict],
    '',
    ...report.parts.map((part) => showPart(part, screen)),
    ...showLeftOut(report.leftOut, screen),
    ...showSample(report, screen),
  ].join('\n')}\n`;
}
