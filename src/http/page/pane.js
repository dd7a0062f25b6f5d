/** The page beside the answer: its picture, with the cited sentences marked on it. */
import { documentAddress } from './api.js';
import { byId, make, plural } from './dom.js';

/** @typedef {import('./answer.js').Mark} Mark */
/** @typedef {import('../../wire.ts').DocumentListing} DocumentListing */

const narrow = matchMedia('(max-width: 899px)');
/** Room left of the text for the sentence's number, in pixels. */
const gutter = 40;

const dialog = byId('pane', HTMLDialogElement);
const view = byId('view', HTMLElement);
const leaf = byId('leaf', HTMLElement);
const picture = byId('picture', HTMLImageElement);
const layer = byId('marks', HTMLElement);
const miss = byId('miss', HTMLElement);

/** @type {DocumentListing[]} */
let documents = [];
/** @type {Mark[]} */
let marks = [];
/** @type {{ mark: Mark, page: number } | null} */
let shown = null;

/** @param {Mark} mark @param {number} page */
function boxesOn({ citation }, page) {
  return citation.boxes.filter((box) => box.page === page);
}

/** Marks of the shown document that stand on a page. @param {number} page */
function marksOn(page) {
  const id = shown?.mark.citation.document;
  return marks.filter((mark) => mark.citation.document === id && boxesOn(mark, page).length > 0);
}

/** Opens the pane the way the width asks for: beside the answer, or as a modal sheet over it. */
function openDialog() {
  document.body.classList.add('paged');
  if (dialog.open) return;
  if (narrow.matches) {
    dialog.showModal();
    return;
  }
  const before = document.activeElement;
  dialog.show();
  // show() takes the focus; beside the answer it stays where the reader is.
  if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** @param {Mark} mark @param {number} page */
function drawMarks(mark, page) {
  const elements = marksOn(page).flatMap((one) => {
    const on = one.citation === mark.citation;
    return boxesOn(one, page).map((box) => {
      const element = make('div', { class: on ? 'box-mark on' : 'box-mark' });
      element.style.left = `${box.x * 100}%`;
      element.style.top = `${box.y * 100}%`;
      element.style.width = `${box.width * 100}%`;
      element.style.height = `${box.height * 100}%`;
      return element;
    });
  });
  const own = boxesOn(mark, page);
  if (own.length > 0 && mark.label !== '') {
    const tag = make('div', { class: 'tag', 'aria-hidden': 'true' }, mark.label);
    tag.style.left = `calc(${Math.min(...own.map((box) => box.x)) * 100}% - ${gutter - 6}px)`;
    tag.style.top = `${Math.min(...own.map((box) => box.y)) * 100}%`;
    elements.push(tag);
  }
  layer.replaceChildren(...elements);
}

/** Puts the sentence at a third of the height, and the text's left edge in view. */
function scrollToMark() {
  if (shown === null) return;
  const boxes = boxesOn(shown.mark, shown.page);
  const left = boxes.length > 0 ? Math.min(...boxes.map((box) => box.x)) * leaf.offsetWidth - gutter : gutter;
  const top = boxes.length > 0 ? Math.min(...boxes.map((box) => box.y)) * picture.offsetHeight : 0;
  view.scrollTo({
    left: Math.max(0, left),
    top: Math.max(0, top - view.clientHeight / 3),
    behavior: 'instant',
  });
}

/** @param {Mark} mark @param {number} page */
function drawCaption(mark, page) {
  const { citation } = mark;
  const listing = documents.find(({ id }) => id === citation.document);
  const chapter = listing?.chapters.find((one) => one.page <= page && page <= one.lastPage)?.name ?? '';
  const cited = marksOn(page).length;
  const others = citation.pages.filter((one) => one !== page);
  const runsOver =
    citation.pages.includes(page) && others.length > 0
      ? `; this one also stands on p. ${others.join(', ')}`
      : '';
  const noun = mark.label === '' ? 'sentence near the question' : 'cited sentence';
  byId('page-name', HTMLElement).textContent = listing ? `Page ${page} of ${listing.pages}` : `Page ${page}`;
  byId('page-chapter', HTMLElement).textContent = chapter;
  const separator = chapter === '' ? '' : ', ';
  byId('page-cited', HTMLElement).textContent =
    cited > 0 ? `${separator}${plural(cited, noun)}${runsOver}` : '';
  byId('previous', HTMLButtonElement).disabled = page <= 1;
  byId('next', HTMLButtonElement).disabled = listing !== undefined && page >= listing.pages;
  byId('open-pdf', HTMLAnchorElement).href = `${documentAddress(citation.document)}/file#page=${page}`;
  picture.alt = `${chapter === '' ? '' : `${chapter}, `}page ${page} of ${citation.documentTitle}`;
}

/** @param {Mark} mark @param {number} page */
function showPage(mark, page) {
  shown = { mark, page };
  openDialog();
  for (const { chip, citation } of marks) {
    chip.setAttribute('aria-pressed', String(citation === mark.citation && citation.pages.includes(page)));
  }
  drawCaption(mark, page);
  drawMarks(mark, page);
  const width = Math.min(2000, Math.ceil(leaf.offsetWidth * devicePixelRatio));
  const address = `${documentAddress(mark.citation.document)}/pages/${page}.png?width=${width}`;
  miss.hidden = true;
  leaf.hidden = false;
  if (picture.getAttribute('src') === address && picture.complete) {
    scrollToMark();
    return;
  }
  leaf.setAttribute('aria-busy', 'true');
  picture.src = address;
}

picture.addEventListener('load', () => {
  leaf.removeAttribute('aria-busy');
  scrollToMark();
});
picture.addEventListener('error', () => {
  leaf.hidden = true;
  miss.hidden = false;
  miss.textContent = 'This page could not be drawn. The PDF may have moved or changed since it was ingested.';
});
byId('previous', HTMLElement).addEventListener('click', () => shown && showPage(shown.mark, shown.page - 1));
byId('next', HTMLElement).addEventListener('click', () => shown && showPage(shown.mark, shown.page + 1));
byId('close', HTMLElement).addEventListener('click', hidePane);
byId('tone', HTMLElement).addEventListener('click', () => {
  const original = leaf.classList.toggle('original');
  byId('tone', HTMLElement).setAttribute('aria-pressed', String(original));
});
// A press on the backdrop of the sheet lands on the dialog itself.
dialog.addEventListener('click', (event) => {
  if (event.target === dialog && narrow.matches) hidePane();
});
dialog.addEventListener('close', () => {
  if (!dialog.open) hidePane();
});
narrow.addEventListener('change', () => {
  if (shown === null) return;
  dialog.close();
  showPage(shown.mark, shown.page);
});

/** Closes the pane; a sheet gives the focus back to its chip. */
export function hidePane() {
  if (dialog.open) dialog.close();
  document.body.classList.remove('paged');
  for (const { chip } of marks) chip.setAttribute('aria-pressed', 'false');
  shown = null;
}

/** Whether a page is on show. */
export function isPaneOpen() {
  return shown !== null;
}

/** @param {DocumentListing[]} listing */
export function setDocuments(listing) {
  documents = listing;
}

/**
 * Takes the marks of a new answer; each chip shows its page. Where there is room, the first page shows at once.
 * @param {Mark[]} next
 */
export function setMarks(next) {
  hidePane();
  marks = next;
  for (const mark of marks) mark.chip.addEventListener('click', () => showPage(mark, mark.citation.page));
  const [first] = marks;
  if (first !== undefined && !narrow.matches) showPage(first, first.citation.page);
}
