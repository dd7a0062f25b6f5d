/** Finds the sentences that say the gist: by the headings above them, and by their own words. Pure. */
import type { GistForm, GistForms } from '../../core/gist-forms.ts';
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

/** A document's first passages, where it says what it is. */
const opening = 12;

/** A heading without its number, and without what stands behind its colon. */
function headingOf(title: string, { headingNumber }: GistForms): string {
  return title
    .trim()
    .replace(headingNumber, '')
    .replace(/[.:].*$/, '')
    .trim();
}

export interface GistSources {
  /** Of a document or of a part of one, in reading order. */
  passages: readonly Passage[];
  language: Pick<Language, 'questions' | 'cohesion'>;
  /** The names of what stands before and behind the chapters: headings there are as good as theirs. */
  matter: ReadonlySet<string>;
}

/** The passages below one of a form's headings: the outermost that are there, of these the first of the form. */
function passagesBelow(
  { headings }: GistForm,
  forms: GistForms,
  { passages, matter }: GistSources,
): ReadonlySet<Passage> {
  const found = passages.flatMap((passage) => {
    const { path = [], chapter } = passage;
    const titles = (path.length > 0 ? path : [chapter]).filter((title) => !matter.has(title));
    const depth = titles.findIndex((title) => headings.some((one) => one.test(headingOf(title, forms))));
    if (depth < 0) return [];
    const heading = headingOf(titles[depth] ?? '', forms);
    return [{ passage, rank: depth * headings.length + headings.findIndex((one) => one.test(heading)) }];
  });
  const least = Math.min(...found.map(({ rank }) => rank));
  return new Set(found.flatMap(({ passage, rank }) => (rank === least ? [passage] : [])));
}

/**
 * The sentences below the headings that say what they hold, those first that say so themselves; where there are none, those
 * that say so in the opening, or below other headings where it is said.
 * @param isPart whether any sentence of them will do, since they are a part that was asked for.
 */
export function findGist(form: GistForm, sources: GistSources, isPart: boolean): FoundGist {
  const { language } = sources;
  const forms = language.questions?.gist;
  const text = sources.passages.filter(({ kind, matter }) => kind === 'body' && matter === undefined);
  if (forms === undefined) return { sentences: [], isHeaded: false };
  const headed = passagesBelow(form, forms, { ...sources, passages: text });
  const elsewhere = form.elsewhere.map((gist) => {
    const other = forms.forms.find((one) => one.gist === gist);
    return other === undefined ? new Set() : passagesBelow(other, forms, { ...sources, passages: text });
  });
  const rated = text.flatMap((passage, at) =>
    passage.sentences.flatMap(({ text: said }, index) => {
      if (!isSentence(said) || isByline(said, language)) return [];
      const says = form.says.test(said);
      const place = elsewhere.findIndex((some) => some.has(passage));
      const mayBe = isPart || (says && (place >= 0 || at < opening));
      if (headed.size > 0 ? !headed.has(passage) : !mayBe) return [];
      const isAtEnd = form.gist === 'conclusions' && headed.size === 0;
      const rating =
        (place >= 0 ? 2 - place / 2 : 0) +
        (says ? 2 : 0) -
        (!says && isDangling(said, language) ? 1 : 0) -
        (2 * (isAtEnd ? text.length - at : at)) / text.length;
      return [{ passage, index, rating }];
    }),
  );
  const sentences = rated.sort((a, b) => b.rating - a.rating);
  return { sentences, isHeaded: headed.size > 0 };
}
