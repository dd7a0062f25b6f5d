/** An answer for export: as text, Markdown, reference or CSV. Pure. */
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { originNotes } from '../../text/origin-notes.ts';
import { tellCoverage } from '../../text/tell-coverage.ts';
import type { Answer, AnswerSentence, Citation } from '../../wire/types.ts';
import type { Turn } from '../nouns.ts';
import { citedReports, ocrName, pageName, placeName } from './place-names.ts';

interface TakenSentence {
  text: string;
  origin: AnswerSentence['origin'];
  /** "Germany, p. 84; Sweden, p. 181". */
  places: string;
  citations: Citation[];
}

/** Names a place, with its report if the answer cites several, and where the report repeats it. */
function placeNamer({ citations, nearest = [] }: Answer): (citation: Citation) => string {
  const reports = citedReports([...citations, ...nearest]);
  return (citation) => {
    const others = (citation.alsoIn ?? []).map(({ chapter, pageLabel }) => `${chapter}, p. ${pageLabel}`);
    const also = others.length > 0 ? `; also ${others.join('; ')}` : '';
    const read = ocrName(citation);
    return `${placeName(citation, reports)}${read === null ? '' : `, ${read}`}${also}`;
  };
}

/** The question in full, as it is read without the turns before it. */
function questionOf({ question, resolvedQuestion }: Answer): string {
  return resolvedQuestion ?? question;
}

/** The sentences that passed their check. */
function usable(answer: Answer): Map<number, TakenSentence> {
  const nameOf = placeNamer(answer);
  const taken = new Map<number, TakenSentence>();
  answer.sentences.forEach(({ text, verified, origin, citations: numbers }, index) => {
    if (!verified) return;
    const citations = answer.citations.filter(({ number }) => numbers.includes(number));
    const places = citations.map(nameOf).join('; ');
    taken.set(index, { text, origin, places, citations });
  });
  return taken;
}

/** Says which sentences must not pass for the report's, and how complete they are. */
function openingLines({ coverage }: Answer, taken: ReadonlyMap<number, TakenSentence>): string[] {
  const has = (sort: AnswerSentence['origin']) => [...taken.values()].some(({ origin }) => origin === sort);
  const written = 'Written by a language model; each sentence was checked against the page named.';
  return [
    ...(has('written') ? [written, ''] : []),
    ...originNotes([...taken.values()].map(({ origin }) => origin)).flatMap((note) => [note, '']),
    ...(coverage ? [tellCoverage(coverage), ''] : []),
  ];
}

/** "Fragmented Europe …, chapter “Germany”, pp. 83–84." once for each place. */
export function toReference(answer: Answer): string {
  const lines = [...usable(answer).values()].flatMap(({ citations }) =>
    citations.map(
      (citation) => `${citation.documentTitle}, chapter “${citation.chapter}”, ${pageName(citation)}.`,
    ),
  );
  return [...new Set(lines)].join('\n');
}

/** The text for a question without an answer. */
function findingLines(found: Answer): string[] {
  const { answer, searched, elsewhere, nearest = [] } = found;
  const nameOf = placeNamer(found);
  const where = `Searched: ${searched.chapters} chapters, ${searched.passages} passages.`;
  const passages = nearest.map((one) => `“${one.quote}” (${nameOf(one)}): ${one.why}`);
  return [
    answer,
    where,
    ...(elsewhere ? ['', 'Elsewhere:', `“${elsewhere.quote}” (${nameOf(elsewhere)})`] : []),
    ...(passages.length > 0 ? ['', 'Nearest passages, not an answer:', ...passages] : []),
  ];
}

function noteLines(citations: readonly Citation[]): string[] {
  const lines = citations.flatMap(({ chapter, notes }) =>
    notes.map(({ label, text, page }) => `${chapter}, endnote ${label} (p. ${page}): ${text}`),
  );
  return [...new Set(lines)];
}

/** Question, sentences with places, endnotes and reference, as plain text. */
export function toText(answer: Answer): string {
  if (answer.status === 'not-found') return [questionOf(answer), '', ...findingLines(answer)].join('\n');
  const taken = usable(answer);
  const line = ({ text, places }: TakenSentence) => (places === '' ? text : `${text} (${places})`);
  const body =
    answer.groups === undefined
      ? [...taken.values()].map(line)
      : answer.groups.flatMap(({ label, sentences }) => {
          const own = sentences.flatMap((index) => taken.get(index) ?? []);
          return own.length > 0 ? own.map((one) => `${label}: ${line(one)}`) : [`${label}: Not stated.`];
        });
  const notes = noteLines([...taken.values()].flatMap(({ citations }) => citations));
  const sources = notes.length > 0 ? ['', 'Endnotes', ...notes] : [];
  return [
    questionOf(answer),
    '',
    ...openingLines(answer, taken),
    ...body,
    ...sources,
    '',
    toReference(answer),
  ].join('\n');
}

function markdownTable(answer: Answer, taken: ReadonlyMap<number, TakenSentence>): string[] {
  const rows = (answer.groups ?? []).map(({ label, sentences }) => {
    const own = sentences.flatMap((index) => taken.get(index) ?? []);
    const cell = own
      .map(({ text, places }) => `${escapeMarkdown(text)} (${escapeMarkdown(places)})`)
      .join('<br>');
    return `| ${escapeMarkdown(label)} | ${cell || 'Not stated'} |`;
  });
  return ['| Chapter | What it says |', '| --- | --- |', ...rows];
}

function markdownSentence({ text, origin, places }: TakenSentence): string[] {
  const [words, source] = [escapeMarkdown(text), escapeMarkdown(places)];
  if (origin === 'quoted') return [`> ${words}`, `> — ${source}`, ''];
  return [source === '' ? words : `${words} (${source})`, ''];
}

/** The same as a Markdown section: quotations as block quotes, comparisons as a table. */
export function toMarkdown(answer: Answer): string {
  const heading = `## ${escapeMarkdown(questionOf(answer))}`;
  if (answer.status === 'not-found') {
    return [heading, '', ...findingLines(answer).map(escapeMarkdown)].join('\n');
  }
  const taken = usable(answer);
  const body =
    answer.groups === undefined
      ? [...taken.values()].flatMap(markdownSentence)
      : [...markdownTable(answer, taken), ''];
  const reference = toReference(answer).split('\n').map(escapeMarkdown);
  return [heading, '', ...openingLines(answer, taken), ...body, ...reference.map((line) => `- ${line}`)].join(
    '\n',
  );
}

function csvField(field: string): string {
  // Spreadsheets take these for a formula (OWASP, CSV injection).
  const text = /^[=+@\-\t\r]/.test(field) ? `'${field}` : field;
  return `"${text.replaceAll('"', '""')}"`;
}

/** A comparison as CSV (RFC 4180): a row per sentence, an empty one if nothing is stated. */
export function toCsv(answer: Answer): string {
  const taken = usable(answer);
  const rows = (answer.groups ?? []).flatMap(({ label, sentences }) => {
    const own = sentences.flatMap((index) => taken.get(index) ?? []);
    if (own.length === 0) return [[label, '', '']];
    return own.map(({ text, places }) => [label, text, places]);
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
