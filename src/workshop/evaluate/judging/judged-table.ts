/** What readers said of answers, as a table and the answers that were not right. Pure. */
import { alignRows } from '../../../text/align-rows.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { formatShare } from '../../../text/format-share.ts';
import { groupBy } from '../score/group-by.ts';
import { type Judgement, judgements, type SheetItem } from './judging-sheet.ts';

type Judged = SheetItem & { judgement: Judgement };

const head = ['of', 'answers', ...judgements];

function rowOf(label: string, items: readonly Judged[]): string[] {
  const shares = judgements.map((judgement) => {
    const count = items.filter((item) => item.judgement === judgement).length;
    return `${count} (${formatShare(count / items.length)})`;
  });
  return [label, String(items.length), ...shares];
}

function toRows(items: readonly Judged[]): string[][] {
  const groups = (keyOf: (item: Judged) => string) =>
    [...groupBy(items, keyOf)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, own]) => rowOf(key, own));
  return [
    rowOf('all', items),
    ...groups(({ kind }) => kind),
    ...groups(({ status }) => (status === 'answered' ? 'answered' : 'refused')),
    ...groups(({ report }) => report),
  ];
}

/** For the terminal. */
export function formatJudged(items: readonly Judged[]): string {
  return `${alignRows([head, ...toRows(items)]).join('\n')}\n`;
}

/** The counts by judgement, and the items themselves. */
export function judgedJson(items: readonly Judged[]) {
  const counts = Object.fromEntries(
    judgements.map((judgement) => [judgement, items.filter((item) => item.judgement === judgement).length]),
  );
  return { counts, items };
}

/** A Markdown page: the table, and each answer that was not right with the reason. */
export function renderJudged(items: readonly Judged[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const rule = `| --- |${head
    .slice(1)
    .map(() => ' ---: |')
    .join('')}`;
  const faults = items.filter(({ judgement }) => judgement !== 'right');
  return [
    '# Answers read and judged',
    '',
    line(head),
    rule,
    ...toRows(items).map(line),
    '',
    '## Those that were not right',
    '',
    ...faults.map(
      ({ report, question, judgement, why }) =>
        `- ${escapeMarkdown(report)}: ${escapeMarkdown(question)} **${judgement}**${why === undefined ? '' : `: ${escapeMarkdown(why)}`}`,
    ),
    '',
  ].join('\n');
}
