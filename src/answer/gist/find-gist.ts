/** Finds the sentences that say the gist: by the headings above them, and by their own words. Pure. */
import type { Gist, GistForm, GistForms } from '../../core/gist-forms.ts';
import type { Language } from '../../core/language.ts';
import type { Passage } from '../../core/types.ts';
import { isByline, isDangling, isSentence } from '../choose/sentence-form.ts';

/** A sentence that says the gist. */
export interface GistSentence {
  passage: Passage;
  /** Its index in the passage. */
  index: number;
}

export interface FoundGist {
  /** Best first. */
  sentences: readonly GistSentence[];
  /** Whether they stand below a heading that says so. */
  isHeaded: boolean;
}

export interface GistSources {
  /** Of a document or of a part of one, in reading order. */
  passages: readonly Passage[];
  language: Pick<Language, 'questions' | 'cohesion'>;
  /** The names of what stands before and behind the chapters: headings there are as good as theirs. */
  matter: ReadonlySet<string>;
  /** How many chapters the document has. */
  chapters: number;
  /** Whether they are a part that was asked for: any of its headings and sentences will do. */
  isPart: boolean;
}

/**
 * The shares of its passages with which a document opens and ends: where it has more chapters than these, one between them
 * speaks for itself alone.
 */
const opening = 0.2;
const ending = 0.75;
const fewChapters = 3;
/** More chapters than these with a heading of one kind within them have it each for itself. */
const mostChapters = 2;

/** A heading without its number, and without what stands behind its colon. */
function headingOf(title: string, { headingNumber }: GistForms): string {
  return title
    .trim()
    .replace(headingNumber, '')
    .replace(/[.:].*$/, '')
    .trim();
}

/** The titles above a passage, outermost first, without their numbers. */
function headingsOf({ path = [], chapter }: Passage, { matter }: GistSources, forms: GistForms): string[] {
  const titles = path.length > 0 ? path : [chapter];
  const below = titles.length > 1 && matter.has(titles[0] ?? '') ? titles.slice(1) : titles;
  return below.map((title) => headingOf(title, forms));
}

/** The passages below one of a form's headings: the outermost that are there, of these the first of the form. */
function passagesBelow({ headings }: GistForm, forms: GistForms, sources: GistSources): ReadonlySet<Passage> {
  const { passages, isPart, matter, chapters } = sources;
  const speaksForItself = ({ chapter }: Passage, at: number) =>
    chapters > fewChapters &&
    !matter.has(chapter) &&
    !forms.opening.test(chapter) &&
    at > opening * passages.length &&
    at < ending * passages.length;
  const all = passages.flatMap((passage, at) => {
    const own = headingsOf(passage, sources, forms);
    const depth = own.findIndex((title) => headings.some((one) => one.test(title)));
    if (depth < 0) return [];
    const kind = headings.findIndex((one) => one.test(own[depth] ?? ''));
    return [{ passage, at, depth, rank: depth * headings.length + kind }];
  });
  const within = new Set(all.flatMap(({ passage, depth }) => (depth > 0 ? [passage.chapter] : [])));
  const found = all.filter(
    ({ passage, at, depth }) =>
      isPart || depth === 0 || (within.size <= mostChapters && !speaksForItself(passage, at)),
  );
  const least = Math.min(...found.map(({ rank }) => rank));
  return new Set(found.flatMap(({ passage, rank }) => (rank === least ? [passage] : [])));
}

/**
 * The sentences below the headings that say what they hold, those first that say so themselves; where there are none, those
 * that say so where a document does, in its opening or below other headings.
 */
export function findGist(form: GistForm, sources: GistSources): FoundGist {
  const { language, isPart } = sources;
  const forms = language.questions?.gist;
  const text = sources.passages.filter(({ kind, matter }) => kind === 'body' && matter === undefined);
  if (forms === undefined) return { sentences: [], isHeaded: false };
  const below = (some: readonly Gist[]) =>
    some.map((gist) => {
      const other = forms.forms.find((one) => one.gist === gist);
      return other === undefined
        ? new Set<Passage>()
        : passagesBelow(other, forms, { ...sources, passages: text });
    });
  const headed =
    below([form.gist, ...(isPart ? [] : (form.alike ?? []))]).find(({ size }) => size > 0) ?? new Set();
  const elsewhere = below(form.elsewhere);
  const isOpening = (passage: Passage, at: number) =>
    at < opening * text.length ||
    headingsOf(passage, sources, forms)
      .slice(0, 1)
      .some((one) => forms.opening.test(one));
  const rated = text.flatMap((passage, at) =>
    passage.sentences.flatMap(({ text: said }, index) => {
      if (!isSentence(said) || isByline(said, language)) return [];
      const says = form.says.test(said);
      const place = elsewhere.findIndex((some) => some.has(passage));
      const mayBe =
        isPart || (says && (place >= 0 || isOpening(passage, at) || at < (opening * text.length) / 2));
      if (headed.size > 0 ? !headed.has(passage) : !mayBe) return [];
      const isAtEnd = form.gist === 'conclusions' && headed.size === 0;
      const isDoubtful = !says && isDangling(said, language);
      const rating =
        (place >= 0 ? 2 - place / 2 : 0) +
        (says ? 2 : 0) -
        (isDoubtful && (headed.size === 0 || index === 0) ? 1 : 0) +
        (headed.size > 0 && index === 0 && !isDoubtful ? 1 : 0) -
        (2 * (isAtEnd ? text.length - at : at)) / text.length;
      return [{ passage, index, rating }];
    }),
  );
  const sentences = rated.sort((a, b) => b.rating - a.rating);
  return { sentences, isHeaded: headed.size > 0 };
}
