/** An answer to take away: as text, as Markdown, as a reference, as CSV. Pure. */
import type { Answer, Citation } from '../wire.ts';
import type { Turn } from './nouns.ts';
import { pageName, placeName } from './place-names.ts';

interface TakenSentence {
  text: string;
  citations: Citation[];
}

/** The question in full: away from the page nobody knows what it followed on. */
function questionOf({ question, resolvedQuestion }: Answer): string {
  return resolvedQuestion ?? question;
}

/** The sentences that may be used: those that passed their check. */
function usable(answer: Answer): Map<number, TakenSentence> {
  const taken = new Map<number, TakenSentence>();
  answer.sentences.forEach(({ text, verified, citations }, index) => {
    if (!verified) return;
    taken.set(index, {
      text,
      citations: answer.citations.filter(({ number }) => citations.includes(number)),
    });
  });
  return taken;
}

function places(citations: readonly Citation[]): string {
  return citations.map(placeName).join('; ');
}

/** Keeps Markdown from reading the report's own signs as its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}

/** "Fragmented Europe …, chapter “Germany”, pp. 83–84." for each place, once. */
export function toReference({ citations, nearest = [] }: Answer): string {
  const lines = [...citations, ...nearest].map(
    (citation) => `${citation.documentTitle}, chapter “${citation.chapter}”, ${pageName(citation)}.`,
  );
  return [...new Set(lines)].join('\n');
}

/** What was looked for and not found, in plain text. */
function findingLines({ answer, searched, nearest = [] }: Answer): string[] {
  const where = `Searched: ${searched.chapters} chapters, ${searched.passages} passages.`;
  const passages = nearest.map((one) => `“${one.quote}” (${placeName(one)}): ${one.why}`);
  return [
    answer,
    where,
    ...(passages.length > 0 ? ['', 'Nearest passages, not an answer:', ...passages] : []),
  ];
}

function noteLines(citations: readonly Citation[]): string[] {
  const lines = citations.flatMap(({ chapter, notes }) =>
    notes.map(({ number, text, page }) => `${chapter}, endnote ${number} (p. ${page}): ${text}`),
  );
  return [...new Set(lines)];
}

/** Question, sentences with their places, endnotes and reference, in plain text. */
export function toText(answer: Answer): string {
  if (answer.status === 'not-found') return [questionOf(answer), '', ...findingLines(answer)].join('\n');
  const taken = usable(answer);
  const line = ({ text, citations }: TakenSentence) => `${text} (${places(citations)})`;
  const body =
    answer.groups === undefined
      ? [...taken.values()].map(line)
      : answer.groups.flatMap(({ label, sentences }) => {
          const own = sentences.flatMap((index) => taken.get(index) ?? []);
          return own.length > 0 ? own.map((one) => `${label}: ${line(one)}`) : [`${label}: Not stated.`];
        });
  const notes = noteLines([...taken.values()].flatMap(({ citations }) => citations));
  const sources = notes.length > 0 ? ['', 'Endnotes', ...notes] : [];
  return [questionOf(answer), '', ...body, ...sources, '', toReference(answer)].join('\n');
}

function markdownTable(answer: Answer, taken: ReadonlyMap<number, TakenSentence>): string[] {
  const rows = (answer.groups ?? []).map(({ label, sentences }) => {
    const own = sentences.flatMap((index) => taken.get(index) ?? []);
    const cell = own
      .map(({ text, citations }) => `${escapeMarkdown(text)} (${places(citations)})`)
      .join('<br>');
    return `| ${escapeMarkdown(label)} | ${cell || 'Not stated'} |`;
  });
  return ['| Chapter | What it says |', '| --- | --- |', ...rows];
}

/** The same as a Markdown section: quotations as quotes, comparisons as a table. */
export function toMarkdown(answer: Answer): string {
  const heading = `## ${escapeMarkdown(questionOf(answer))}`;
  if (answer.status === 'not-found') {
    return [heading, '', ...findingLines(answer).map(escapeMarkdown)].join('\n');
  }
  const taken = usable(answer);
  const body =
    answer.groups === undefined
      ? [...taken.values()].flatMap(({ text, citations }) => [
          `> ${escapeMarkdown(text)}`,
          `> — ${escapeMarkdown(places(citations))}`,
          '',
        ])
      : [...markdownTable(answer, taken), ''];
  const reference = toReference(answer).split('\n').map(escapeMarkdown);
  return [heading, '', ...body, ...reference.map((line) => `- ${line}`)].join('\n');
}

function csvField(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A comparison as CSV (RFC 4180): one row a sentence, an empty one where nothing is stated. */
export function toCsv(answer: Answer): string {
  const taken = usable(answer);
  const rows = (answer.groups ?? []).flatMap(({ label, sentences }) => {
    const own = sentences.flatMap((index) => taken.get(index) ?? []);
    if (own.length === 0) return [[label, '', '']];
    return own.map(({ text, citations }) => [label, text, places(citations)]);
  });
  return [['Chapter', 'Sentence', 'Place'], ...rows].map((row) => row.map(csvField).join(',')).join('\r\n');
}

/** All answers of the tab. */
export function conversationToMarkdown(turns: readonly Turn[]): string {
  const sections = turns.flatMap(({ outcome }) =>
    outcome.state === 'answered' ? [toMarkdown(outcome.answer)] : [],
  );
  return ['# Questions and answers', ...sections].join('\n\n');
}
