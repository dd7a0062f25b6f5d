/** Says a question in the words of the documents, where its asker's trade has other ones. Pure. */
import type { Language } from '../../core/language.ts';
import type { Operation, TradeTerm } from '../../core/question-forms.ts';

/** Ways to print one thing that are added to a question: more of them blur it. */
const mostForms = 2;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether the documents print a word, in lower case. */
export type Prints = (word: string) => boolean;

type Asking = Pick<Language, 'questions'>;

/** What a question asks to be reckoned: "current ratio". */
export interface Reckoned {
  /** How, where it is reckoned of two things. */
  operation?: Operation;
  /** Words that the label of a thing's row may have beside its own. */
  labelWords: ReadonlySet<string>;
  /** The question about each of the things. */
  parts: { text: string; printed: readonly string[] }[];
}

interface FoundTerm extends TradeTerm {
  at: number;
  text: string;
}

/** The terms of a question, in its order; of two in one place the longer: "operating margin", not "margin". */
function findTerms(text: string, { questions }: Asking, prints: Prints): FoundTerm[] {
  const { terms = [], printed = [] } = questions?.tradeTerms ?? {};
  const found = (printed.every(prints) ? terms : []).flatMap((term): FoundTerm[] => {
    const match = term.asked.exec(text);
    return match === null ? [] : [{ ...term, at: match.index, text: match[0] }];
  });
  const overlaps = (one: FoundTerm, other: FoundTerm) =>
    one.at < other.at + other.text.length && other.at < one.at + one.text.length;
  return found
    .sort((one, other) => other.text.length - one.text.length)
    .filter((one, index, all) => !all.slice(0, index).some((longer) => overlaps(one, longer)))
    .sort((one, other) => one.at - other.at);
}

/** The ways to print a thing whose words the documents have. */
const printedForms = (forms: readonly string[], prints: Prints): string[] =>
  forms.filter((form) => wordsOf(form).every(prints));

/** What a term is put as: itself where the documents have it, and behind it what they have for it. */
function spellOut({ text, means }: FoundTerm, prints: Prints): string {
  const forms = means.flatMap((each) =>
    printedForms(each, prints).slice(0, means.length > 1 ? 1 : mostForms),
  );
  if (forms.length === 0) return text;
  const own = wordsOf(text).every(prints) ? [text] : [];
  const [first = text, ...others] = [...new Set([...own, ...forms])];
  const more = others.filter((form) => form.toLowerCase() !== first.toLowerCase());
  return more.length > 0 ? `${first} (${more.join(', ')})` : first;
}

function replaceTerms(text: string, terms: readonly FoundTerm[], by: (term: FoundTerm) => string): string {
  return terms.reduceRight(
    (said, term) => said.slice(0, term.at) + by(term) + said.slice(term.at + term.text.length),
    text,
  );
}

/**
 * Puts behind each term of a trade what the documents call it, or what it is reckoned of: "capex" is read as "capital
 * expenditures (purchases of property and equipment)", "current ratio" as "current ratio (total current assets, total current
 * liabilities)". A term stays as it is where they print nothing that it stands for.
 */
export function spellOutTerms(text: string, language: Asking, prints: Prints): string {
  const spelled = language.questions?.spellOutPeriods(text) ?? text;
  return replaceTerms(spelled, findTerms(spelled, language, prints), (term) => spellOut(term, prints));
}

/** A text from which words were taken. In steps that take no longer than the text is long, whatever is in it. */
const tidy = (text: string): string =>
  text
    .trim()
    .split(/\s+/)
    .join(' ')
    .replace(/ (?=[?,;.])/g, '');

/** What a question asks to be reckoned, where a term of its trade says so and the documents print each of the things. */
export function findReckoned(text: string, language: Asking, prints: Prints): Reckoned | undefined {
  // What stands in brackets behind a term tells how it is reckoned, as its parts do.
  const spelled = tidy((language.questions?.spellOutPeriods(text) ?? text).replace(/\([^()]*\)/g, ''));
  const terms = findTerms(spelled, language, prints);
  const term = terms.find(({ means }) => means.length > 1);
  if (term === undefined) return undefined;
  const printed = term.means.map((forms) => printedForms(forms, prints));
  if (printed.some((forms) => forms.length === 0)) return undefined;
  const parts = printed.map((forms) => {
    const [first = '', ...others] = forms.slice(0, mostForms);
    const named = others.length > 0 ? `${first} (${others.join(', ')})` : first;
    const text = replaceTerms(spelled, terms, (one) => {
      if (one === term) return named;
      // What tells how the term is reckoned is asked for by itself.
      return term.means.includes(one.means[0] ?? []) ? '' : spellOut(one, prints);
    });
    return { text: tidy(text), printed: forms };
  });
  const { labelWords = new Set<string>() } = language.questions?.tradeTerms ?? {};
  return { ...(term.reckoned && { operation: term.reckoned }), labelWords, parts };
}
