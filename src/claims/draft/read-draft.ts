/** A writer's draft as sentences, each with the places that it cites and its own place in the file. Pure. */
import type { Language } from '../../core/language.ts';
import { splitSentences } from '../../language/split-sentences.ts';
import { type Block, readPlainText } from './blocks.ts';
import { citingIn } from './citing.ts';
import { closeQuotations } from './close-quotations.ts';
import { markupIn, withoutMarkup } from './markup-marks.ts';
import { readMarkdown } from './read-markdown.ts';
import {
  type Citation,
  citationsIn,
  type References,
  takeCitations,
  withoutMarks,
} from './take-citations.ts';
import { takeNotes } from './take-notes.ts';
import { sliceTraced } from './traced-text.ts';

export interface ReadSentence {
  /** Where it begins in the draft, from 1. */
  line: number;
  column: number;
  /** As written, without markup and citations. */
  text: string;
  /** What it says about the report: the text without "According to the report,", its links, images and HTML behind it. */
  claim: string;
  citations: Citation[];
  /** Stands in a block quotation: it must be the report's, letter for letter. */
  isQuote: boolean;
  /** Why there is nothing to check: "a question". */
  skip?: string;
}

export type DraftFormat = 'markdown' | 'text';

export interface DraftOptions {
  format: DraftFormat;
  /** Whether a chapter is called so: "[Germany]" is a citation then. */
  isChapter: (name: string) => boolean;
  /** How the documents are called beside each other, by their ids; none by default. */
  labels?: ReadonlyMap<string, string>;
  /** That of the draft. */
  language: Language;
}

/** Leaves out who says it, where that is the report. */
function readClaim(text: string, { drafts }: Language): string {
  const attributions = drafts?.attributions ?? [];
  const claim = attributions.reduce((rest, pattern) => rest.replace(pattern, ''), text);
  return claim === text ? text : claim.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

const question = /\?["'”’»)]*$/;

/** Fewer words say nothing that could be looked up: "Not so.", "More below." */
const leastWords = 4;

/** As in a request for a check. */
const longestClaim = 2000;

function findSkip(text: string, citations: readonly Citation[], { drafts }: Language): string | undefined {
  const cited = citations.flatMap(({ places }) => places ?? []);
  const isSourced = citations.length > 0 && citations.every(({ places }) => places?.length === 0);
  if (isSourced) return 'its note names no page of the report';
  if (cited.length === 0 && question.test(text)) return 'a question';
  const aside = cited.length === 0 ? drafts?.asides.find(([pattern]) => pattern.test(text)) : undefined;
  if (aside !== undefined) return aside[1];
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.,-]*/gu) ?? [];
  const isBare = words.length < leastWords && !/\p{N}/u.test(text) && cited.length === 0;
  return isBare ? 'too short' : undefined;
}

function createLocator(draft: string) {
  const starts = [0, ...[...draft.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset: number): { line: number; column: number } => {
    let [line, end] = [1, starts.length];
    while (line < end) {
      const middle = Math.ceil((line + end) / 2);
      if ((starts[middle - 1] ?? 0) <= offset) line = middle;
      else end = middle - 1;
    }
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

type Locate = ReturnType<typeof createLocator>;

/** A heading or a table as a whole: neither says anything in sentences, but may lead out of the report. */
function readWhole({ kind, traced: { text, offsets }, markup }: Block, locate: Locate): ReadSentence[] {
  const whole = withoutMarkup(text).replace(/\s+/g, ' ').trim();
  const claim = [whole, ...markupIn(text, markup)].join(' ');
  const isChecked = claim !== whole && claim.length <= longestClaim;
  return [
    {
      ...locate(offsets[Math.max(0, text.search(/\S/))] ?? 0),
      text: whole,
      claim,
      citations: [],
      isQuote: false,
      ...(!isChecked && { skip: `a ${kind}` }),
    },
  ];
}

function readBlock(block: Block, references: References, locate: Locate, language: Language): ReadSentence[] {
  if (block.kind === 'heading' || block.kind === 'table') return readWhole(block, locate);
  const { traced, citations } = takeCitations(block.traced, references);
  const slices = splitSentences(traced.text, language).map(({ start, end }) =>
    sliceTraced(traced, start, end),
  );
  const texts = slices.map(({ text }) => withoutMarks(withoutMarkup(text)));
  const closed = closeQuotations(texts);
  return slices.map((slice, at) => {
    const text = texts[at] ?? '';
    const own = citationsIn(slice.text, citations);
    const markup = markupIn(slice.text, block.markup);
    const claim = [readClaim(closed[at] ?? text, language), ...markup].join(' ').trim();
    const isTooLong = claim.length > longestClaim;
    // What leads out of the report is told, whatever it stands in.
    const skip = isTooLong
      ? 'over 2,000 characters'
      : markup.length > 0
        ? undefined
        : findSkip(text, own, language);
    return {
      ...locate(slice.offsets[Math.max(0, slice.text.search(/[\p{L}\p{N}]/u))] ?? 0),
      text: text || markup.join(' '),
      claim,
      citations: own,
      isQuote: block.kind === 'quote',
      ...(skip !== undefined && { skip }),
    };
  });
}

/** The sentences of a draft in order; a citation that stands alone belongs to the sentence before it. */
export function readDraft(
  draft: string,
  { format, isChapter, labels, language }: DraftOptions,
): ReadSentence[] {
  const lines = draft.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const citing = citingIn(language);
  const { text, notes } = takeNotes(lines, citing);
  const locate = createLocator(lines);
  const sentences: ReadSentence[] = [];
  for (const block of format === 'markdown' ? readMarkdown(text) : readPlainText(text)) {
    for (const sentence of readBlock(block, { notes, isChapter, labels, citing }, locate, language)) {
      const last = sentences.at(-1);
      if (/[\p{L}\p{N}]/u.test(sentence.claim)) sentences.push(sentence);
      else if (last?.skip === undefined) last?.citations.push(...sentence.citations);
    }
  }
  return sentences;
}
