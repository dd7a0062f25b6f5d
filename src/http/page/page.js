/** The page: reads the question, asks, and shows what comes back. The address holds question and chapter. */
import { renderAnswer, statusParts } from './answer.js';
import { ask, Failure, listDocuments } from './api.js';
import { byId, icon, make, plural } from './dom.js';
import { hidePane, isPaneOpen, setDocuments, setMarks } from './pane.js';

/** @typedef {import('../../wire.ts').DocumentListing} DocumentListing */

const heading = byId('heading', HTMLElement);
const status = byId('status', HTMLElement);
const result = byId('result', HTMLElement);
const box = byId('question', HTMLTextAreaElement);
const picker = byId('chapter', HTMLSelectElement);

/** @type {AbortController | null} the question being answered */
let asking = null;

/** @param {string} bold @param {...string} rest */
function setStatus(bold, ...rest) {
  status.replaceChildren(make('b', {}, bold), ...rest.map((part) => ` · ${part}`));
}

/** @param {boolean} busy */
function setBusy(busy) {
  byId('send', HTMLElement).hidden = busy;
  byId('stop', HTMLElement).hidden = !busy;
  result.setAttribute('aria-busy', String(busy));
}

/** @param {string} question */
function showQuestion(question) {
  heading.className = 'question';
  heading.textContent = question;
  document.title = `${question} · Chapter & Verse`;
  box.placeholder = 'Ask another question';
  byId('flow', HTMLElement).scrollTop = 0;
}

/** @param {unknown} error @param {string} [question] */
function showFailure(error, question) {
  const failure =
    error instanceof Failure
      ? error
      : new Failure('Something went wrong', 'The page could not show the answer.');
  status.replaceChildren();
  const parts = [
    make('p', { class: 'alert', role: 'alert' }, icon('bad'), failure.title),
    make('p', { class: 'lede' }, failure.message),
  ];
  if (question !== undefined) {
    const again = make('button', { class: 'btn', type: 'button' }, 'Ask again');
    again.addEventListener('click', () => void askQuestion(question));
    parts.push(make('p', { class: 'acts' }, again));
  }
  result.replaceChildren(...parts);
}

/** What the picker narrows the search to. */
function chosenScope() {
  const option = picker.selectedOptions[0];
  const { document: id, chapter } = option?.dataset ?? {};
  return id === undefined || chapter === undefined ? {} : { documents: [id], chapters: [chapter] };
}

/** @param {string} question */
async function askQuestion(question) {
  asking?.abort();
  const mine = new AbortController();
  asking = mine;
  setBusy(true);
  setMarks([]);
  showQuestion(question);
  setStatus('Searching the report');
  result.replaceChildren(
    make('div', { class: 'skeleton', 'aria-hidden': 'true' }, make('i'), make('i'), make('i')),
  );
  try {
    const answer = await ask({ question, ...chosenScope() }, mine.signal);
    const { parts, marks } = renderAnswer(answer);
    setStatus(...statusParts(answer));
    result.replaceChildren(...parts);
    setMarks(marks);
  } catch (error) {
    // A newer question has taken the page over.
    if (asking !== mine) return;
    if (!mine.signal.aborted) showFailure(error, question);
    else {
      setStatus('Stopped', 'nothing was answered');
      result.replaceChildren();
    }
  } finally {
    if (asking === mine) {
      asking = null;
      setBusy(false);
    }
  }
}

/** Asks what the address holds, or shows the report's title. */
function readAddress() {
  const parameters = new URLSearchParams(location.search);
  const chapter = parameters.get('chapter') ?? '';
  const options = [...picker.options];
  picker.selectedIndex = Math.max(
    0,
    options.findIndex((option) => option.value !== '' && option.dataset.chapter === chapter),
  );
  const question = parameters.get('q')?.trim();
  if (question) void askQuestion(question);
}

function submit() {
  const question = box.value.trim();
  if (question === '') {
    box.focus();
    return;
  }
  const parameters = new URLSearchParams({ q: question });
  const { chapters } = chosenScope();
  if (chapters !== undefined) parameters.set('chapter', chapters[0] ?? '');
  history.pushState(null, '', `/?${parameters}`);
  box.value = '';
  void askQuestion(question);
}

/** @param {DocumentListing[]} documents */
function showDocuments(documents) {
  setDocuments(documents);
  const pages = documents.reduce((sum, { pages }) => sum + pages, 0);
  const chapters = documents.reduce((sum, { chapters }) => sum + chapters.length, 0);
  const name = documents.length === 1 ? (documents[0]?.title ?? '') : plural(documents.length, 'report');
  const [bold, small] = byId('report', HTMLElement).children;
  if (bold instanceof HTMLElement) {
    bold.textContent = name;
    bold.title = name;
  }
  if (small) small.textContent = plural(pages, 'page');
  const groups = documents.map(({ id, title, chapters }) => {
    const options = chapters.map((chapter) =>
      make(
        'option',
        { value: `${id}/${chapter.name}`, 'data-document': id, 'data-chapter': chapter.name },
        chapter.name,
      ),
    );
    return documents.length === 1 ? options : [make('optgroup', { label: title }, ...options)];
  });
  picker.append(...groups.flat());
  const [main, ...sub] = name.split(': ');
  heading.replaceChildren(main ?? name, ...(sub.length > 0 ? [make('small', {}, sub.join(': '))] : []));
  result.replaceChildren(
    make('p', { class: 'lede' }, `${plural(pages, 'page')}, ${plural(chapters, 'chapter')}.`),
    make(
      'p',
      { class: 'lede' },
      'Ask the report a question. The answer is made of its own sentences, each with the page it stands on. When the report does not say, you are told so.',
    ),
  );
}

byId('ask', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
byId('stop', HTMLElement).addEventListener('click', () => asking?.abort());
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('textarea, select, input');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    box.focus();
  }
  if (event.key !== 'Escape') return;
  if (typing) box.blur();
  else if (isPaneOpen()) hidePane();
});
addEventListener('popstate', () => (location.search === '' ? location.reload() : readAddress()));

try {
  showDocuments(await listDocuments());
  readAddress();
} catch (error) {
  showFailure(error);
}
