/** An answer as text for the terminal. Pure. */
import type { Answer, AnswerSentence, Citation, NearestPassage } from '../wire.ts';
import { type Terminal, wrapText } from './terminal.ts';

type Screen = Pick<Terminal, 'width' | 'paint'>;

/** "Germany, p. 84" or "Germany, pp. 84–85". */
export function placeOf({ chapter, pages, page }: Pick<Citation, 'chapter' | 'pages' | 'page'>): string {
  const last = pages.at(-1) ?? page;
  return last === page ? `${chapter}, p. ${page}` : `${chapter}, pp. ${page}–${last}`;
}

function showSentence(sentence: AnswerSentence, citations: readonly Citation[], screen: Screen): string {
  const places = sentence.citations.flatMap((number) => citations.find((one) => one.number === number) ?? []).map(placeOf);
  const text = wrapText(`${sentence.text} [${places.join('; ')}]`, screen.width, '  ');
  const mark = text.lastIndexOf('[');
  // The citation may run over a line's end: paint line by line, so that the indent stays plain.
  const cited = text.slice(mark).split('\n').map((line) => line.replace(/\S.*/, (words) => screen.paint('cyan', words)));
  return text.slice(0, mark) + cited.join('\n');
}

function showSource(citation: Citation, screen: Screen): string {
  const section = citation.section === null ? '' : ` — ${citation.section}`;
  const head = wrapText(`${placeOf(citation)}${section}`, screen.width, '      ', `  [${citation.number}] `);
  const notes = citation.notes.map((note) => {
    const links = note.urls.length > 0 && !note.urls.every((url) => note.text.includes(url)) ? ` ${note.urls.join(' ')}` : '';
    return screen.paint('dim', wrapText(`${note.text}${links}`, screen.width, '          ', `      Note ${note.number}, p. ${note.page}: `));
  });
  return [head, ...notes].join('\n');
}

function showNearest(passage: NearestPassage, screen: Screen): string {
  const quote = wrapText(`“${passage.quote}” [${placeOf(passage)}]`, screen.width, '    ', '  - ');
  return `${quote}\n${screen.paint('dim', wrapText(passage.why, screen.width, '    '))}`;
}

function showNotFound(answer: Answer, screen: Screen): string {
  const { searched, explanation, nearest = [] } = answer;
  const lines = [screen.paint('bold', wrapText(answer.answer, screen.width))];
  const places = `${searched.passages} passages of ${searched.chapters} chapter${searched.chapters === 1 ? '' : 's'}`;
  const looked = explanation === undefined ? '' : ` for ${explanation.lookedFor.join(', ')}`;
  lines.push(wrapText(`Searched ${places}${looked}.`, screen.width));
  if (nearest.length > 0) {
    lines.push('', 'The nearest passages, which do not answer it:', ...nearest.map((one) => showNearest(one, screen)));
  }
  return lines.join('\n');
}

function showGroups(answer: Answer, screen: Screen): string[] {
  return (answer.groups ?? []).map((group) => {
    const sentences = group.sentences.flatMap((index) => answer.sentences[index] ?? []);
    const body = sentences.length === 0 ? '  Not stated.' : sentences.map((one) => showSentence(one, answer.citations, screen)).join('\n');
    return `${screen.paint('bold', group.label)}\n${body}`;
  });
}

/** The whole answer: sentences with their places, then the sources with section, page and endnotes. */
export function showAnswer(answer: Answer, screen: Screen): string {
  const warnings = answer.warnings.map((warning) => wrapText(`Note: ${warning.message}`, screen.width));
  if (answer.status === 'not-found') return `${[showNotFound(answer, screen), ...warnings].join('\n')}\n`;
  const sentences =
    answer.groups === undefined ? answer.sentences.map((one) => showSentence(one, answer.citations, screen)) : showGroups(answer, screen);
  const sources = answer.citations.map((citation) => showSource(citation, screen));
  return `${[...warnings, sentences.join('\n\n'), '', screen.paint('bold', 'Sources'), ...sources].join('\n')}\n`;
}
