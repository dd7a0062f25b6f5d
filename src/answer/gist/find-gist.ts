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
  const known = new Map<string, { depth: number; rank: number } | undefined>();
  const findHeading = (passage: Passage) => {
    const own = headingsOf(passage, sources, forms);
    const depth = own.findIndex((title) => headings.some((one) => one.test(title)));
    const kind = headings.findIndex((one) => one.test(own[depth] ?? ''));
    return depth < 0 ? undefined : { depth, rank: depth * headings.length + kind };
  };
  const headingOver = (passage: Passage) => {
    const key = JSON.stringify(passage.path ?? passage.chapter);
    if (!known.has(key)) known.set(key, findHeading(passage));
    return known.get(key);
  };
  const speaksForItself = ({ chapter }: Passage, at: number) =>
    chapters > fewChapters &&
    !matter.has(chapter) &&
    !forms.opening.test(chapter) &&
    at > opening * passages.length &&
    at < ending * passages.length;
  const all = passages.flatMap((passage, at) => {
    const heading = headingOver(passage);
    return heading === undefined ? [] : [{ passage, at, ...heading }];
  });
  const within = new Set(all.flatMap(({ passage, depth }) => (depth > 0 ? [passage.chapter] : [])));
  const found = all.filter(
    ({ passage, at, depth }) =>
      isPart || depth === 0 || (within.size <= mostChapters && !speaksForItself(passage, at)),
  );
  const least = Math.min(...found.map(({ rank }) => rank));
  return new Set(found.flatMap(({ passage, rank }) => (rank === least ? [passage] : [])));
}

/** Whether a text without an end is all names, as a publisher's line at the foot of a page is. */
function isNameAlone(text: string): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return !/[.!?:;,]['"’”)\]]*$/u.test(text) && words.every((word) => /^\p{Lu}/u.test(word));
}

/** A sentence that could be quoted. */
interface Quotable extends GistSentence {
  /** The place of its passage among all. */
  at: number;
  /** Whether it says so itself. */
  says: boolean;
  /** Whether it needs the one before it. */
  leans: boolean;
}

/** @param among the passages whose sentences are wanted. */
function quotableIn(
  passages: readonly Passage[],
  among: { has(passage: Passage): boolean },
  { says: form }: GistForm,
  { idle }: GistForms,
  language: GistSources['language'],
): Quotable[] {
  return passages.flatMap((passage, at) =>
    (among.has(passage) ? passage.sentences : []).flatMap(({ text }, index): Quotable[] => {
      if (!isSentence(text) || isNameAlone(text)) return [];
      if (isByline(text, language) || idle.test(text)) return [];
      const says = form.test(text);
      return [{ passage, index, at, says, leans: !says && isDangling(text, language) }];
    }),
  );
}

function byRating(sentences: readonly Quotable[], rate: (one: Quotable) => number): GistSentence[] {
  const rated = sentences.map((one) => ({ one, rating: rate(one) }));
  return rated.sort((a, b) => b.rating - a.rating).map(({ one }) => one);
}

/**
 * The sentences below the headings that say what they hold, those first that say so themselves or begin a passage; where
 * there are none, those that say so where a document does, in its opening or below other headings.
 */
export function findGist(form: GistForm, sources: GistSources): FoundGist {
  const { language, isPart } = sources;
  const forms = language.questions?.gist;
  if (forms === undefined) return { sentences: [], isHeaded: false };
  const text = sources.passages.filter(({ kind, matter }) => kind === 'body' && matter === undefined);
  const below = (some: readonly Gist[]) =>
    some.map((gist) => {
      const other = forms.forms.find((one) => one.gist === gist);
      return other === undefined
        ? new Set<Passage>()
        : passagesBelow(other, forms, { ...sources, passages: text });
    });
  const headed = below([form.gist, ...(isPart ? [] : (form.alike ?? []))]).find(({ size }) => size > 0);
  if (headed !== undefined) {
    const opens = ({ index, leans }: Quotable) => (index > 0 ? 0 : leans ? -1 : 1);
    const sentences = byRating(
      quotableIn(text, headed, form, forms, language),
      (one) => (one.says ? 2 : 0) + opens(one) - (2 * one.at) / text.length,
    );
    return { sentences, isHeaded: true };
  }
  const elsewhere = below(form.elsewhere);
  const placeOf = ({ passage }: Quotable) => elsewhere.findIndex((some) => some.has(passage));
  const isOpening = ({ passage, at }: Quotable) =>
    at < opening * text.length || forms.opening.test(headingsOf(passage, sources, forms)[0] ?? '');
  const wanted = quotableIn(text, new Set(text), form, forms, language).filter(
    (one) => isPart || (one.says && (placeOf(one) >= 0 || isOpening(one))),
  );
  const distance = ({ at }: Quotable) => (form.gist === 'conclusions' ? text.length - at : at);
  const sentences = byRating(wanted, (one) => {
    const place = placeOf(one);
    const ofPlace = place < 0 ? 0 : 2 - place / 2;
    return ofPlace + (one.says ? 2 : 0) - (one.leans ? 1 : 0) - (2 * distance(one)) / text.length;
  });
  return { sentences, isHeaded: false };
}
