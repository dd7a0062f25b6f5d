/** An answer as elements. */
import { icon, make, plural } from './dom.js';

/** @typedef {import('../../wire.ts').Answer} Answer */
/** @typedef {import('../../wire.ts').Citation} Citation */
/** @typedef {{ citation: Citation, label: string, chip: HTMLElement }} Mark a place to show on a page */

/**
 * "p. 84", "pp. 83–84".
 * @param {Citation} citation
 */
function pageName({ page, pages, pageLabel }) {
  const last = pages.at(-1) ?? page;
  if (last === page) return `p. ${pageLabel}`;
  return pageLabel === String(page) ? `pp. ${page}–${last}` : `p. ${pageLabel} f.`;
}

/**
 * @param {Citation} citation
 * @param {string} label the number of the sentence, repeated in the page's margin
 * @param {Mark[]} marks gets the chip
 */
function chip(citation, label, marks) {
  const button = make('button', { class: 'cite', type: 'button', 'aria-pressed': 'false' });
  button.append(`${citation.chapter}, ${pageName(citation)}`);
  marks.push({ citation, label, chip: button });
  return button;
}

/** @param {string} url as the report prints it, often without a scheme */
function link(url) {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  const host = URL.canParse(whole) ? new URL(whole) : null;
  if (host === null || !/^https?:$/.test(host.protocol)) return url;
  return make(
    'a',
    { href: whole, target: '_blank', rel: 'noreferrer' },
    host.hostname.replace(/^www\./, ''),
    icon('out', 'opens the web'),
  );
}

/** @param {Citation['notes'][number]} note */
function noteItem({ number, text, urls, page }) {
  const words = urls.reduce((rest, url) => rest.replace(url, ''), text).trim();
  const links = urls.flatMap((url) => [link(url), ' ']);
  const where = make('span', { class: 'where' }, `· Endnote ${number}, p. ${page}`);
  return make(
    'li',
    {},
    make('span', { class: 'mark' }, String(number)),
    make('span', {}, words, ' ', ...links, where),
  );
}

/** @param {Citation[]} citations */
function noteList(citations) {
  const notes = citations.flatMap((citation) => citation.notes);
  if (notes.length === 0) return '';
  return make('ul', { class: 'notes', 'aria-label': 'Sources the report gives' }, ...notes.map(noteItem));
}

/** @param {Citation} citation */
function restated({ alsoIn = [] }) {
  return alsoIn.map(({ chapter, pageLabel, quote }) =>
    make('small', { title: quote }, ` also ${chapter}, p. ${pageLabel}`),
  );
}

/**
 * @param {Answer} answer
 * @param {number} index
 * @param {Mark[]} marks
 */
function sentence(answer, index, marks) {
  const found = answer.sentences[index];
  if (found === undefined) return '';
  const { text, origin, verified, problems, citations: numbers } = found;
  const citations = answer.citations.filter(({ number }) => numbers.includes(number));
  const chips = citations.flatMap((citation) => [
    ' ',
    chip(citation, String(index + 1), marks),
    ...restated(citation),
  ]);
  const words = verified ? text : make('s', {}, text);
  const parts = [make('p', { class: origin === 'quoted' ? 'said' : 'said own' }, words, ...chips)];
  if (!verified) {
    parts.push(
      make('p', { class: 'check' }, icon('bad', 'Failed the check'), `Do not use. ${problems.join(' ')}`),
    );
  }
  return make('div', { class: verified ? '' : 'failed' }, ...parts, noteList(citations));
}

/**
 * @param {Answer} answer
 * @param {Mark[]} marks
 */
function verses(answer, marks) {
  const items = answer.sentences.map((_, index) =>
    make(
      'li',
      { class: 'verse' },
      make('span', { class: 'num', 'aria-hidden': 'true' }, String(index + 1)),
      sentence(answer, index, marks),
    ),
  );
  return make('ol', { class: 'verses' }, ...items);
}

/**
 * @param {Answer} answer
 * @param {{ label: string, sentences: number[] }[]} groups
 * @param {Mark[]} marks
 */
function comparison(answer, groups, marks) {
  const rows = groups.map(({ label, sentences }) => {
    const cells = sentences.map((index) => sentence(answer, index, marks));
    const cell = cells.length > 0 ? cells : [make('p', { class: 'void' }, 'Not stated')];
    return make('tr', {}, make('th', { scope: 'row' }, label), make('td', {}, ...cell));
  });
  return make('table', { class: 'compare' }, make('tbody', {}, ...rows));
}

const reasons = {
  'off-topic': 'The question is not about this report.',
  'no-chapter': 'The report has no chapter on this.',
  'not-stated': 'The report does not say.',
};

/**
 * @param {Answer} answer
 * @param {Mark[]} marks
 */
function notFound(answer, marks) {
  const { searched, explanation, nearest = [] } = answer;
  const facts = [
    ['Searched', `${plural(searched.chapters, 'chapter')}, ${plural(searched.passages, 'passage')}`],
  ];
  if (explanation !== undefined) {
    if (explanation.lookedFor.length > 0) facts.push(['Looked for', explanation.lookedFor.join(', ')]);
    facts.push(['Why it stopped', explanation.stoppedBecause]);
  }
  const list = facts.flatMap(([name = '', value = '']) => [make('dt', {}, name), make('dd', {}, value)]);
  const verdict = answer.answer || reasons[answer.reason ?? 'not-stated'];
  const parts = [make('p', { class: 'verdict' }, verdict), make('dl', { class: 'facts' }, ...list)];
  if (nearest.length === 0) return parts;
  const items = nearest.map((passage) =>
    make(
      'li',
      {},
      make('p', { class: 'said' }, passage.quote, ' ', chip(passage, '', marks)),
      make('small', {}, passage.why),
    ),
  );
  return [
    ...parts,
    make('h2', { class: 'sub' }, 'Nearest passages'),
    make('p', {}, 'Related, but none of them answers the question.'),
    make('ol', { class: 'near' }, ...items),
  ];
}

/**
 * The line under the question: what was found, in bold, then how.
 * @param {Answer} answer
 * @returns {[string, ...string[]]}
 */
export function statusParts({ status, reason, citations, sentences, timings }) {
  const time =
    timings.totalMs < 1000
      ? `${Math.round(timings.totalMs)}\u00a0ms`
      : `${(timings.totalMs / 1000).toFixed(1)}\u00a0s`;
  if (status === 'not-found') {
    const verdict = {
      'off-topic': 'Off the topic',
      'no-chapter': 'No chapter on it',
      'not-stated': 'Not stated',
    };
    return [verdict[reason ?? 'not-stated'], time, 'nothing quoted as an answer'];
  }
  const passages = new Set(citations.map(({ passageId }) => passageId)).size;
  const chapters = new Set(citations.map(({ document, chapter }) => `${document} ${chapter}`)).size;
  const quoted = sentences.every(({ origin }) => origin === 'quoted');
  const found = `Answered from ${plural(passages, 'passage')} in ${plural(chapters, 'chapter')}`;
  return [found, time, quoted ? 'quoted verbatim' : 'written by the model, checked'];
}

/**
 * @param {Answer} answer
 * @returns {{ parts: HTMLElement[], marks: Mark[] }} the elements, and every chip with what it shows
 */
export function renderAnswer(answer) {
  /** @type {Mark[]} */
  const marks = [];
  const parts = [];
  if (answer.status === 'not-found') parts.push(...notFound(answer, marks));
  else parts.push(answer.groups ? comparison(answer, answer.groups, marks) : verses(answer, marks));
  if (answer.warnings.length > 0) {
    parts.push(
      make(
        'ul',
        { class: 'warnings', 'aria-label': 'Warnings' },
        ...answer.warnings.map(({ message }) => make('li', {}, message)),
      ),
    );
  }
  return { parts, marks };
}
