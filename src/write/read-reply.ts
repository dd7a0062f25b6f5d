/** Reads a chat model's reply as it comes: sentences with the ids they cite. Pure. */

import { english } from '../language/en/english.ts';
import { denial, listJoiner, notStated } from '../language/en/reply-forms.ts';
import { splitSentences } from '../language/split-sentences.ts';

/** A sentence as the model wrote it. */
export interface ReplySentence {
  /** Without the ids. */
  text: string;
  /** The ids it cites, `s3`, each once; they need not exist. */
  ids: string[];
}

/** One or more ids in brackets: [s1], [s1, s2], [S1; 3], (s1), 【s1】, and [1] as some models shorten it. */
const idPart = /s?\d{1,3}/i.source;
const listPart = new RegExp(`${idPart}(?:\\s*(?:,|;|${listJoiner}|&)\\s*${idPart})*`, 'i').source;
const marker = new RegExp(
  `\\s*(?:[[【]\\s*${listPart}\\s*[\\]】]|\\(\\s*s\\d{1,3}(?:\\s*[,;]\\s*s\\d{1,3})*\\s*\\))`,
  'gi',
);
/** A sentence's end with the ids after it. */
const endWithMarkers = new RegExp(`([.!?…]+["'”’»)]*)((?:${marker.source})+)`, 'gi');
/** Marks of lists, headings and quotations at the beginning of a line. */
const lead = /^\s*(?:[-*•–>]\s+|#+\s+|\d{1,2}[.)]\s+)+/;

function idsIn(text: string): string[] {
  const numbers = [...text.matchAll(marker)].flatMap(([found]) => found.match(/\d+/g) ?? []);
  return [...new Set(numbers.map((number) => `s${Number(number)}`))];
}

function toSentence(piece: string): ReplySentence[] {
  const text = piece
    .replace(marker, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:!?])/g, '$1')
    .trim();
  const ids = idsIn(piece);
  // An introduction to an answer claims nothing.
  const isEmpty = !/[\p{L}\p{N}]/u.test(text) || (ids.length === 0 && text.endsWith(':'));
  return isEmpty ? [] : [{ text, ids }];
}

/** The sentences of a line, with their ids moved before the full stop. */
function splitLine(line: string): string[] {
  const plain = line.replace(lead, '').replace(endWithMarkers, '$2$1');
  return splitSentences(plain, english).map(({ start, end }) => plain.slice(start, end));
}

/** The sentences of a complete line. */
export function readLine(line: string): ReplySentence[] {
  return splitLine(line).flatMap(toSentence);
}

export interface ReplyReader {
  /** Takes the next piece of the text; returns the sentences that it completes. */
  push(piece: string): ReplySentence[];
  /** The remaining sentences, at the end. */
  end(): ReplySentence[];
  /** The whole text so far. */
  text(): string;
}

export function createReplyReader(): ReplyReader {
  let all = '';
  /** The current line. */
  let line = '';
  /** How many of its sentences have been returned. */
  let given = 0;

  function finishLine(): ReplySentence[] {
    const rest = splitLine(line).slice(given).flatMap(toSentence);
    line = '';
    given = 0;
    return rest;
  }

  /** A sentence is complete once the next one has begun with a word. */
  function readBegun(): ReplySentence[] {
    const pieces = splitLine(line);
    if (!/\S\s/.test(pieces.at(-1) ?? '')) return [];
    const whole = pieces.slice(given, -1);
    given += whole.length;
    return whole.flatMap(toSentence);
  }

  return {
    push: (piece) => {
      all += piece;
      const [first = '', ...others] = piece.split('\n');
      line += first;
      const sentences = others.flatMap((other) => {
        const finished = finishLine();
        line = other;
        return finished;
      });
      return [...sentences, ...readBegun()];
    },
    end: finishLine,
    text: () => all,
  };
}

/** Whether the sentence only says that the quotations do not answer. */
export function isRefusal({ text, ids }: ReplySentence): boolean {
  return notStated.test(text) || (ids.length === 0 && denial.test(text));
}
