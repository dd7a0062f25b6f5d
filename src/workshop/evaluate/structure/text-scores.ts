/** The figures of an evaluation of text, as a table. Pure. */
import { alignRows } from '../../../text/align-rows.ts';
import { renderPage } from '../report/render-markdown.ts';
import type { Table } from '../report/tables.ts';
import type { DocumentText } from './evaluate-text.ts';

const share = (part: number, whole: number) =>
  whole === 0 ? '' : (part / whole).toFixed(4).replace(/^0/, '');

const head = [
  'document',
  'words',
  'lost',
  'broken',
  'sentences',
  'whole',
  'with stray words',
  'in order',
  'markers',
  'right, recall',
  'precision',
  'notes',
  'whole',
  's a page',
  'MB a page',
];

const toRow = ({ document, words, sentences, order, markers, notes, ...cost }: DocumentText): string[] => [
  document.slice(0, 40),
  String(words.known),
  share(words.lost, words.known),
  share(words.broken, words.known),
  String(sentences.known),
  share(sentences.whole, sentences.known),
  share(sentences.stray, sentences.found),
  share(order.right, order.pairs),
  String(markers.known),
  share(markers.right, markers.known),
  share(markers.right, markers.found),
  String(notes.known),
  share(notes.whole, notes.known),
  cost.secondsPerPage.toFixed(3),
  cost.megabytesPerPage.toFixed(2),
];

const toTable = (scores: readonly DocumentText[]): Table => [head, ...scores.map(toRow)];

/** For the terminal. */
export const formatTextScores = (scores: readonly DocumentText[]): string =>
  `${alignRows(toTable(scores)).join('\n')}\n`;

/** As a Markdown page. */
export const renderTextScores = (scores: readonly DocumentText[]): string =>
  renderPage(
    'How well text is read',
    'A sentence is whole if it is read letter for letter; a marker is right if it stands at its place and names its own note.',
    toTable(scores),
  );
