/** An answer as text for the terminal. Pure. */

import { columnsOf, padRight } from '../../text/columns.ts';
import { countNoun } from '../../text/count-noun.ts';
import { originNotes } from '../../text/origin-notes.ts';
import { tellCoverage } from '../../text/tell-coverage.ts';
import { wordsOf, wrapText, wrapWords } from '../../text/wrap-text.ts';
import { aroundTitle, isAround } from '../../wire/lead.ts';
import { placeOf } from '../../wire/places.ts';
import type { Answer, AnswerSentence, Citation, NearestPassage } from '../../wire/types.ts';
import type { Screen } from '../terminal.ts';
import { labelOf, showSources } from './show-sources.ts';

/** Text followed by places in brackets, each kept on one line where it fits. */
function setWithPlaces(
  text: string,
  places: readonly string[],
  screen: Screen,
  indent: string,
  firstIndent: string,
): string {
  const room = screen.width - indent.length;
  const cited = places.flatMap((place) => {
    const bracketed = `[${place}]`;
    const words = columnsOf(bracketed) > room ? wordsOf(bracketed) : [bracketed];
    return words.map((word) => screen.paint('cyan', word));
  });
  return wrapWords([...wordsOf(text), ...cited], screen.width, indent, firstIndent);
}

/** The least indent of sentences. */
const indent = ' '.repeat(4);

/** A sentence after its label. Its lines align with its own label, since later labels are not known yet. */
function showSentence(
  sentence: AnswerSentence,
  { citations }: Pick<Answer, 'citations'>,
  screen: Screen,
): string {
  const cited = sentence.citations.flatMap((number) => citations.find((one) => one.number === number) ?? []);
  const places = [...new Set(cited.map(placeOf))];
  const label = sentence.citations.length === 0 ? '' : `${labelOf(sentence.citations)} `;
  const own = ' '.repeat(Math.max(indent.length, label.length));
  return setWithPlaces(sentence.text, places, screen, own, padRight(label, own.length));
}

function showOpening({ resolvedQuestion }: Pick<Answer, 'resolvedQuestion'>, screen: Screen): string[] {
  if (resolvedQuestion === undefined) return [];
  return [screen.paint('dim', wrapText(`Asked as: ${resolvedQuestion}`, screen.width))];
}

/** The part of an answer that is known before it is complete. */
export type BegunAnswer = Pick<Answer, 'resolvedQuestion' | 'sentences' | 'citations'>;

/** The beginning of an answer that is no comparison; `showAnswer` of the complete answer starts with the same text. */
export function showBegun(begun: BegunAnswer, screen: Screen): string {
  const sentences = begun.sentences.map((sentence) => showSentence(sentence, begun, screen));
  return [...showOpening(begun, screen), ...sentences].join('\n\n');
}

/** The sentences that answer, then those that stand around them. */
function showSentences(answer: Answer, screen: Screen): string[] {
  const show = (own: readonly AnswerSentence[]) =>
    own.filter(({ verified }) => verified).map((sentence) => showSentence(sentence, answer, screen));
  const around = answer.sentences.filter((_, index) => isAround(answer, index));
  const [first, ...rest] = show(around);
  const answering = show(answer.sentences.filter((one) => !around.includes(one)));
  if (first === undefined) return answering;
  return [...answering, `${screen.paint('dim', aroundTitle)}\n${first}`, ...rest];
}

function showGroups(answer: Answer, screen: Screen): string[] {
  return (answer.groups ?? []).map((group) => {
    const sentences = group.sentences.flatMap((index) => answer.sentences[index] ?? []);
    const body =
      sentences.length === 0
        ? [`${indent}Not stated.`]
        : sentences.map((sentence) => showSentence(sentence, answer, screen));
    return [screen.paint('bold', group.label), ...body].join('\n');
  });
}

/** How many chapters an answer from several was looked for in. */
function showCoverage({ coverage }: Answer, screen: Screen): string[] {
  return coverage === undefined ? [] : [screen.paint('dim', wrapText(tellCoverage(coverage), screen.width))];
}

/** Says which sentences are no quotations. */
function showOrigins({ sentences }: Answer, screen: Screen): string[] {
  return originNotes(sentences.map(({ origin }) => origin)).map((note) =>
    screen.paint('dim', wrapText(note, screen.width)),
  );
}

/** Names the model that wrote the answer, unless all of it is quoted. */
function showWriter({ sentences, model }: Answer, screen: Screen): string[] {
  if (model.chat === null || !sentences.some(({ origin }) => origin === 'written')) return [];
  const note = `Written by ${model.chat}; each sentence was checked against what it cites.`;
  return [screen.paint('dim', wrapText(note, screen.width))];
}

/** Written sentences that failed their check, with their problems. */
function showLeftOut({ sentences, struck = [] }: Answer, screen: Screen): string[] {
  const leftOut = [...sentences.filter(({ verified }) => !verified), ...struck];
  if (leftOut.length === 0) return [];
  const lines = leftOut.map(({ text, problems }) =>
    [
      setWithPlaces(text, [], screen, '    ', '  - '),
      ...problems.map((problem) => screen.paint('dim', wrapText(problem, screen.width, '    '))),
    ].join('\n'),
  );
  return [[screen.paint('bold', 'Left out, as the passages do not support it'), ...lines].join('\n')];
}

function showAnswered(answer: Answer, screen: Screen, isBegun: boolean): string[] {
  const told = answer.sentences.filter(({ verified }) => verified);
  const paragraphs = answer.groups === undefined ? showSentences(answer, screen) : showGroups(answer, screen);
  const labels = told.map((sentence) => labelOf(sentence.citations).length + 1);
  const indented = ' '.repeat(Math.max(indent.length, ...labels));
  const sources = showSources(answer.citations, screen, indented);
  return [
    ...(isBegun ? [] : showWarnings(answer, screen)),
    ...paragraphs,
    ...showCoverage(answer, screen),
    ...showOrigins(answer, screen),
    ...showWriter(answer, screen),
    ...(isBegun ? showWarnings(answer, screen) : []),
    ...(answer.citations.length === 0 ? [] : [`${screen.paint('bold', 'Sources')}\n${sources}`]),
    ...showLeftOut(answer, screen),
  ];
}

function showNearest(passage: NearestPassage, screen: Screen): string {
  return `${showQuote(passage, screen)}\n${screen.paint('dim', wrapText(passage.why, screen.width, '    '))}`;
}

/** A quotation with its place, as an item of a list. */
function showQuote(citation: Citation, screen: Screen): string {
  return setWithPlaces(`“${citation.quote}”`, [placeOf(citation)], screen, '    ', '  - ');
}

function showNotFound(answer: Answer, screen: Screen): string[] {
  const { searched, explanation, elsewhere, nearest = [] } = answer;
  const reports = searched.documents > 1 ? ` in ${countNoun(searched.documents, 'report')}` : '';
  const places = `${countNoun(searched.passages, 'passage')} of ${countNoun(searched.chapters, 'chapter')}${reports}`;
  const words = explanation?.lookedFor ?? [];
  const looked = words.length === 0 ? '' : ` for ${words.join(', ')}`;
  const head = [
    screen.paint('bold', wrapText(answer.answer, screen.width)),
    wrapText(`Searched ${places}${looked}.`, screen.width),
  ];
  const list = nearest.map((passage) => showNearest(passage, screen));
  return [
    head.join('\n'),
    ...(elsewhere === undefined ? [] : [`Elsewhere:\n${showQuote(elsewhere, screen)}`]),
    ...(list.length === 0 ? [] : [['The nearest passages, which do not answer it:', ...list].join('\n')]),
  ];
}

function showWarnings({ warnings }: Answer, screen: Screen): string[] {
  if (warnings.length === 0) return [];
  return [warnings.map(({ message }) => wrapText(`Warning: ${message}`, screen.width)).join('\n')];
}

/**
 * The complete answer: how the question was understood, warnings, each sentence with its places, and the sources; or
 * that there is no answer, with the nearest passages.
 * @param isBegun whether its sentences stand there already, so that warnings follow them.
 */
export function showAnswer(answer: Answer, screen: Screen, isBegun = false): string {
  const body =
    answer.status === 'answered'
      ? showAnswered(answer, screen, isBegun)
      : [...showWarnings(answer, screen), ...showNotFound(answer, screen)];
  return `${[...showOpening(answer, screen), ...body].join('\n\n')}\n`;
}
