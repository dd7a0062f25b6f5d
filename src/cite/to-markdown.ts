/** An answer as a section of Markdown: quotations as block quotes, lists and comparisons as a table. Pure. */
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { itemMark } from '../text/item-mark.ts';
import { aroundTitle } from '../wire/lead.ts';
import type { Answer } from '../wire/types.ts';
import { type LinkOf, referencesOf, referenceText } from './references.ts';
import {
  findingLines,
  openingLines,
  partTaken,
  questionOf,
  rowsOf,
  type TakenSentence,
  takenSentences,
} from './taken-sentences.ts';

function tableOf(rows: NonNullable<Answer['groups']>, taken: ReadonlyMap<number, TakenSentence>): string[] {
  const lines = rows.map(({ label, sentences }) => {
    const own = sentences.flatMap((index) => taken.get(index) ?? []);
    const cell = own
      .flatMap(({ text, places, rows: ofTables }) => [
        `${escapeMarkdown(text)} (${escapeMarkdown(places)})`,
        ...ofTables.map(escapeMarkdown),
      ])
      .join('<br>');
    return `| ${escapeMarkdown(label)} | ${cell || 'Not stated'} |`;
  });
  return ['| Chapter | What it says |', '| --- | --- |', ...lines, ''];
}

function sentenceLines({ text, origin, places, rows }: TakenSentence): string[] {
  const [words, source] = [escapeMarkdown(text), escapeMarkdown(places)];
  const arranged = rows.flatMap((row) => [escapeMarkdown(row), '']);
  if (origin === 'quoted') return [`> ${words}`, `> — ${source}`, '', ...arranged];
  return [source === '' ? words : `${words} (${source})`, ''];
}

/** A list as one block quote, what announces it first, its places below. */
function listLines(list: readonly TakenSentence[]): string[] {
  const lines = list.map(({ text, isItem }) => `> ${isItem ? itemMark(text) : ''}${escapeMarkdown(text)}`);
  const places = [...new Set(list.map((one) => one.places))].map(escapeMarkdown).join('; ');
  return [...lines.flatMap((line) => [line, '>']), `> — ${places}`, ''];
}

/** What is quoted and said in order; from the sentence before its first item on, a list is one quotation. */
function bodyLines(taken: readonly TakenSentence[]): string[] {
  const first = taken.findIndex(({ isItem }) => isItem);
  if (first < 0) return taken.flatMap(sentenceLines);
  const end = taken.findIndex(({ origin }, at) => at > first && origin !== 'quoted');
  const list = taken.slice(Math.max(0, first - 1), end < 0 ? undefined : end);
  const others = taken.filter((one) => !list.includes(one));
  return [...listLines(list), ...others.flatMap(sentenceLines)];
}

export function toMarkdown(answer: Answer, linkOf: LinkOf): string {
  const heading = `## ${escapeMarkdown(questionOf(answer))}`;
  if (answer.status === 'not-found') {
    return [heading, '', ...findingLines(answer).map(escapeMarkdown)].join('\n');
  }
  const taken = takenSentences(answer);
  const rows = rowsOf(answer);
  const { answering, around } = partTaken(taken);
  const body =
    rows === undefined
      ? [...bodyLines(answering), ...(around.length > 0 ? [`${aroundTitle}:`, '', ...bodyLines(around)] : [])]
      : tableOf(rows, taken);
  const references = referencesOf(answer, linkOf).map((reference) => {
    const link =
      reference.link === undefined ? '' : ` <${reference.link.replace(/[<>\s]/g, encodeURIComponent)}>`;
    return `- ${escapeMarkdown(referenceText(reference))}${link}`;
  });
  return [heading, '', ...openingLines(answer, taken), ...body, ...references].join('\n').trimEnd();
}
