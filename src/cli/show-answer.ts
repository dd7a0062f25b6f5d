/** An answer as text for the terminal. Pure. */
import { countNoun } from '../count-noun.ts';
import { placeOf } from '../places.ts';
import type { Answer, AnswerSentence, NearestPassage } from '../wire.ts';
import { labelOf, showSources } from './show-sources.ts';
import { type Screen, wordsOf, wrapText, wrapWords } from './terminal.ts';

/** Text and behind it places in brackets, which are not broken over two lines. */
function setWithPlaces(
  text: string,
  places: readonly string[],
  screen: Screen,
  indent: string,
  firstIndent: string,
): string {
  const cited = places.map((place) => screen.paint('cyan', `[${place}]`));
  return wrapWords([...wordsOf(text), ...cited], screen.width, indent, firstIndent);
}

/** What sentences are indented by, so that the widest label stands before them. */
function indentOf({ sentences }: Answer): string {
  const labels = sentences.map((sentence) => labelOf(sentence.citations).length + 1);
  return ' '.repeat(Math.max(4, ...labels));
}

function showSentence(
  sentence: AnswerSentence,
  { citations }: Answer,
  screen: Screen,
  indent: string,
): string {
  const cited = sentence.citations.flatMap((number) => citations.find((one) => one.number === number) ?? []);
  const places = [...new Set(cited.map(placeOf))];
  const label = sentence.citations.length === 0 ? '' : labelOf(sentence.citations);
  return setWithPlaces(sentence.text, places, screen, indent, label.padEnd(indent.length));
}

function showGroups(answer: Answer, screen: Screen, indent: string): string[] {
  return (answer.groups ?? []).map((group) => {
    const sentences = group.sentences.flatMap((index) => answer.sentences[index] ?? []);
    const body =
      sentences.length === 0
        ? [`${indent}Not stated.`]
        : sentences.map((sentence) => showSentence(sentence, answer, screen, indent));
    return [screen.paint('bold', group.label), ...body].join('\n');
  });
}

function showAnswered(answer: Answer, screen: Screen): string[] {
  const indent = indentOf(answer);
  const paragraphs =
    answer.groups === undefined
      ? answer.sentences.map((sentence) => showSentence(sentence, answer, screen, indent))
      : showGroups(answer, screen, indent);
  const showDocument = answer.searched.documents > 1;
  const sources = showSources(answer.citations, screen, { indent, showDocument });
  return [...paragraphs, `${screen.paint('bold', 'Sources')}\n${sources}`];
}

function showNearest(passage: NearestPassage, screen: Screen): string {
  const quote = setWithPlaces(`“${passage.quote}”`, [placeOf(passage)], screen, '    ', '  - ');
  return `${quote}\n${screen.paint('dim', wrapText(passage.why, screen.width, '    '))}`;
}

function showNotFound(answer: Answer, screen: Screen): string[] {
  const { searched, explanation, nearest = [] } = answer;
  const places = `${countNoun(searched.passages, 'passage')} of ${countNoun(searched.chapters, 'chapter')}`;
  const words = explanation?.lookedFor ?? [];
  const looked = words.length === 0 ? '' : ` for ${words.join(', ')}`;
  const head = [
    screen.paint('bold', wrapText(answer.answer, screen.width)),
    wrapText(`Searched ${places}${looked}.`, screen.width),
  ];
  const list = nearest.map((passage) => showNearest(passage, screen));
  return [
    head.join('\n'),
    ...(list.length === 0 ? [] : [['The nearest passages, which do not answer it:', ...list].join('\n')]),
  ];
}

/**
 * The whole answer: each sentence with its places, then the sources with section, pages and endnotes; or that
 * there is none, and the nearest passages.
 */
export function showAnswer(answer: Answer, screen: Screen): string {
  const body = answer.status === 'answered' ? showAnswered(answer, screen) : showNotFound(answer, screen);
  const warnings = answer.warnings.map((warning) => wrapText(`Warning: ${warning.message}`, screen.width));
  return `${[...(warnings.length === 0 ? [] : [warnings.join('\n')]), ...body].join('\n\n')}\n`;
}
