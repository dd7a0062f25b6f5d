/** Cuts lines into words, and words into the pieces of each row that wide gaps part. Pure. */
import { monthWord } from '../../../language/en/layout-words.ts';
import type { Line, Word } from '../../page-model.ts';
import { bullet } from '../item-labels.ts';
import type { Ruling } from './ruling.ts';

/** Words of one row with no wide gap between them: a cell, a part of one, a line of text. */
export interface Piece {
  words: Word[];
  x: number;
  right: number;
}

/** What stands on one baseline; its pieces from left to right. */
export interface Row {
  y: number;
  size: number;
  pieces: Piece[];
}

/** In ems. Between words of a text are .2 to .6; between figures, narrower gaps part columns, and thousands less. */
const wordGap = 1;
const figureGap = 0.6;
/** Behind the year of a date, before the month of another. */
const dateGap = 0.45;
/** A currency sign at the left of a column belongs to the figure at its right. */
const currencyGap = 12;
/** A currency sign farther from the word before it belongs to the figure after it, and one that is set over a figure. */
const signGap = 0.4;
const overFigure = -0.3;
/** Baselines within so many ems are one row: raised marks are, half a line is not. */
const sameRow = 0.4;

const figure =
  /^[([]?[-–−+±\p{Sc}<>~≈]*\d[\d.,'/:–-]*%?[)\]]?%?\p{Ll}{0,2}[*†‡]*$|^[-–—−]+$|^\(?n\.?\/?[ad]\.?\)?$|^\.{2,3}$/iu;
const currency = /^[-–(]?(?:\p{Lu}{0,3}\p{Sc}|Rs\.?)$/u;
const closing = /^(?:[)%*†‡]+|\([a-z\d]\))$/;
const leader = /^[.·…_‧]+$/;

/** A line drawn with signs. */
const drawn = /^[-–—_=.·…]{5,}$/;

/** Raised marks of notes: "(a)", "*". */
const mark = /^(?:\([a-z\d]{1,2}\)|[*†‡]+)$/;

export const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

/** "2/", as government tables mark a note. */
const slashMark = /^\d{1,2}\/$/;

/** Whether a word is a number, or stands for one that is missing. */
export const isFigure = (text: string): boolean =>
  figure.test(text) && !/,$/.test(text) && !slashMark.test(text);

export const isCurrency = (text: string): boolean => currency.test(text);
const isSign = (text: string): boolean => isCurrency(text) || closing.test(text);

/** Whether a text is figures only, with the signs that belong to them: "$ 12,790", "23.4 %". */
export function areFigures(text: string): boolean {
  const words = text.split(' ');
  return words.some(isFigure) && words.every((word) => isFigure(word) || isSign(word));
}

/** A piece's figures, each with its signs. */
export function figuresOf(piece: Piece): Piece[] {
  const parts: Word[][] = [];
  for (const word of piece.words) {
    const last = parts.at(-1);
    const joins = closing.test(word.text) || (last !== undefined && isCurrency(last.at(-1)?.text ?? ''));
    if (last !== undefined && joins) last.push(word);
    else parts.push([word]);
  }
  return parts.map(pieceOf).map((part, index) => (index === 0 ? { ...part, x: piece.x } : part));
}

/** Whether all pieces are signs, so that they stand in no column of their own. */
export const areSigns = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ words }) => words.every(({ text }) => isSign(text)));

export const areCurrency = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ words }) => words.every(({ text }) => isCurrency(text)));

/** The words of a line, without the dots that lead from a label to its figures. */
export function wordsOf(line: Line): Word[] {
  const words: Word[] = [];
  for (const match of line.text.matchAll(/\S+/g)) {
    const dots = /[.·…_]{3,}$/.exec(match[0])?.index ?? match[0].length;
    const lead = /^[.·…_]{3,}/.exec(match[0])?.[0].length ?? 0;
    const text = match[0].slice(lead, dots);
    if (text === '' || drawn.test(text) || (leader.test(text) && lead + text.length < 3 && text.length < 2))
      continue;
    const start = match.index + lead;
    const end = match.index + dots;
    const x = line.edges[start] ?? line.x;
    const right = line.edges[end] ?? line.right;
    words.push({ line, start, end, text, x, right, y: line.y, size: line.size });
  }
  return words;
}

export const pieceText = (piece: Piece): string => piece.words.map((word) => word.text).join(' ');

export const rowText = (row: Row): string => row.pieces.map(pieceText).join(' ');

export function pieceOf(words: Word[]): Piece {
  return {
    words,
    x: Math.min(...words.map((word) => word.x)),
    right: Math.max(...words.map((word) => word.right)),
  };
}

function joinsPiece(last: Word, next: Word, ruling: Ruling): boolean {
  const em = Math.max(last.size, next.size);
  const gap = (next.x - last.right) / em;
  if (ruling.partsSides(last.right, next.x, next.y + em * 0.3)) return false;
  if (currency.test(last.text) && isFigure(next.text)) return gap <= currencyGap;
  if (currency.test(next.text)) return gap <= signGap && !(gap < overFigure && isFigure(last.text));
  if (bullet.test(`${last.text} `)) return gap <= 4;
  if (closing.test(next.text)) return gap <= wordGap;
  if (isYear(last.text) && monthWord.test(next.text)) return gap <= dateGap;
  const mayPart = isFigure(last.text) || slashMark.test(last.text);
  return gap <= (mayPart && isFigure(next.text) ? figureGap : wordGap);
}

function piecesOf(words: readonly Word[], ruling: Ruling): Piece[] {
  const pieces: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.x - b.x)) {
    const open = pieces.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && joinsPiece(last, word, ruling)) open.push(word);
    else pieces.push([word]);
  }
  return pieces.map(pieceOf).map((piece, at, all) => withoutOverlap(piece, all[at - 1]));
}

/** A piece without its currency sign where this is set over the piece before, so that the two columns are apart. */
function withoutOverlap(piece: Piece, before: Piece | undefined): Piece {
  const [sign, amount] = piece.words;
  const isOver = before !== undefined && piece.x < before.right;
  return isOver && sign !== undefined && amount !== undefined && isCurrency(sign.text)
    ? { ...piece, x: amount.x }
    : piece;
}

/** In ems: a raised mark stands no farther behind its word. */
const markGap = 0.6;

/** The word that each raised mark belongs to: a larger one right before it. */
function wordsOfMarks(words: readonly Word[]): Map<Word, Word> {
  const owners = new Map<Word, Word>();
  for (const raised of words) {
    if (!mark.test(raised.text)) continue;
    const before = words.find(
      ({ x, y, right, size }) =>
        size > raised.size &&
        raised.y >= y &&
        raised.y - y <= size &&
        x < raised.x &&
        Math.abs(raised.x - right) <= markGap * size,
    );
    if (before !== undefined) owners.set(raised, before);
  }
  return owners;
}

/** The rows of a page or a column from top to bottom. */
export function formRows(words: readonly Word[], ruling: Ruling): Row[] {
  const owners = wordsOfMarks(words);
  const rows: Word[][] = [];
  for (const word of words.filter((own) => !owners.has(own)).sort((a, b) => b.y - a.y)) {
    const open = rows.at(-1);
    const first = open?.[0];
    if (
      open !== undefined &&
      first !== undefined &&
      first.y - word.y <= sameRow * Math.min(first.size, word.size)
    )
      open.push(word);
    else rows.push([word]);
  }
  for (const [raised, word] of owners) rows.find((row) => row.includes(word))?.push(raised);
  return rows.map((own) => {
    const size = Math.max(...own.map((word) => word.size));
    const y = own.find((word) => word.size === size)?.y ?? 0;
    return { y, size, pieces: piecesOf(own, ruling) };
  });
}
