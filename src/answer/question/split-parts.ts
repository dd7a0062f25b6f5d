/** Cuts a question that asks several things into questions for each. Pure. */
import type { Language } from '../../core/language.ts';
import type { SeveralForms } from '../../core/question-forms.ts';
import { splitWords } from '../../search/normalize-words.ts';

/** An item of an enumeration is a name or a short phrase. */
const mostItemWords = 7;
const mostParts = 8;
/** Two words behind a colon are seldom two things that are asked for. */
const leastAfterColon = 3;
/** The fewest words that ask something by themselves. */
const leastWords = 4;
/** The same behind a word that asks: "What is EPANET", "who wrote it". */
const leastOpening = 3;

const countWords = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length;
const endMarks = /[\s?.!,;:]+$/u;

const everywhere = (pattern: RegExp) => new RegExp(pattern.source, `${pattern.flags}g`);

/** A clause that names fewer things, and nothing by a capital, is understood from the one before: "how many had none". */
const leastNamed = 3;

type Reading = Pick<Language, 'questions' | 'words'>;

const isThin = (clause: string, { words }: Reading) =>
  !/\s\p{Lu}/u.test(clause) &&
  splitWords(clause).filter((word) => words?.functionWords.has(word) !== true).length < leastNamed;

/** Whether a clause asks something by itself. */
function asksAlone(clause: string, { opens }: SeveralForms): boolean {
  return countWords(clause) >= (opens.test(clause) ? leastOpening : leastWords);
}

/** The questions that stand one behind the other in a text, as written; a clause too short to ask anything stays with the one before. */
function cutClauses(text: string, forms: SeveralForms): string[] {
  const clauses: string[] = [];
  let from = 0;
  const take = (end: number) => text.slice(from, end).replace(endMarks, '').trim();
  for (const match of text.matchAll(everywhere(forms.second))) {
    const clause = take(match.index);
    const next = match.index + match[0].length;
    const rest = text.slice(next).replace(endMarks, '');
    if (!asksAlone(clause, forms) || !asksAlone(rest, forms)) continue;
    if (clauses.length === mostParts - 1) break;
    clauses.push(clause);
    from = next;
  }
  return clauses.length === 0 ? [] : [...clauses, take(text.length)];
}

/** A clause of a question: as written, and as it is understood by itself. */
export interface Clause {
  text: string;
  inFull: string;
}

/**
 * "How many jobs were lost, and who said so?" in two; none where a text asks one thing. A clause that leans on one before is
 * asked with that behind: "when was it passed, Which law …". Of the 90 questions of 29 reports, books and filings and of the
 * report's dev part with a comma or a mark between, alone and so: all facts 68 in 124 words, and 69 in 98. Of the 46 of dev
 * with a mere "and" before a question word, left whole and cut: all facts 31 and 37. With short clauses asked so too, of 343
 * questions of all of these all facts 269 for 268, in three words fewer.
 */
export function splitClauses(text: string, language: Reading): Clause[] {
  if (language.questions === undefined) return [];
  const forms = language.questions.several;
  let asked = '';
  return cutClauses(text, forms).map((clause, at) => {
    if (at > 0 && (forms.leansBack.test(clause) || isThin(clause, language)))
      return { text: clause, inFull: `${clause}, ${asked}` };
    asked = clause;
    return { text: clause, inFull: clause };
  });
}

/** An enumeration in a question: what stands before it, its items, and what goes on behind it. */
interface Enumeration {
  before: string;
  items: string[];
  after: string;
}

/** Cuts the items out of "wheat, corn and all rice"; none where one is too long for a name. */
function cutItems(text: string, { between, asks }: SeveralForms): string[] {
  const items = text.split(between).map((item) => item.replace(endMarks, '').trim());
  const isName = (item: string) => item !== '' && countWords(item) <= mostItemWords && !asks.test(item);
  return items.every(isName) ? items : [];
}

/** "Timeline of the pilot: first contact, contract, end." */
function afterColon(text: string, forms: SeveralForms): Enumeration | undefined {
  const at = text.search(/:\s/u);
  if (at < 0) return undefined;
  const listed = text.slice(at + 1).replace(endMarks, '');
  const items = /[?.!]\s/u.test(listed) ? [] : cutItems(listed, forms);
  return items.length < leastAfterColon ? undefined : { before: `${text.slice(0, at)}: `, items, after: '' };
}

/** "Compare the stocks of wheat, corn and rice in 2023": the longest run of items. */
function within(text: string, forms: SeveralForms): Enumeration | undefined {
  const [match] = [...text.matchAll(everywhere(forms.run))].sort(
    (one, other) => other[0].length - one[0].length,
  );
  const listed = Object.values(match?.groups ?? {}).find((group) => group !== undefined);
  if (match === undefined || listed === undefined) return undefined;
  const at = match.index + match[0].lastIndexOf(listed);
  const items = cutItems(listed, forms);
  return items.length < 2
    ? undefined
    : { before: text.slice(0, at), items, after: text.slice(at + listed.length) };
}

/**
 * The questions that a question is made of: one for each of its clauses, or for each item that it enumerates; none where it
 * asks one thing.
 */
export function splitParts(text: string, language: Reading): string[] {
  const { questions } = language;
  if (questions === undefined) return [];
  const forms = questions.several;
  const clauses = splitClauses(text, language);
  if (clauses.length > 0) return clauses.map(({ inFull }) => inFull);
  if (!forms.enumerates.test(text)) return [];
  const found = afterColon(text, forms) ?? within(text, forms);
  if (found === undefined || found.items.length > mostParts) return [];
  const [before, after] = [found.before, found.after].map((text) =>
    text.replace(everywhere(forms.holdsTogether), ' ').replace(/\s+(?=[?.!,;]|\s)/gu, ''),
  );
  return found.items.map((item) => `${before}${item}${after}`.trim());
}

/**
 * What is chosen from for a question that is asked behind others: its own parts, where it asks several things, none where it asks one,
 * since the others were answered before. Of evals/chats.jsonl, dev, as many turns are right (55 of 61), with 8 % fewer words.
 * @param parts of all of them together, its own the last.
 * @param last the question itself; undefined where it leans on none.
 */
export function partsOfLast<Part>(
  parts: readonly Part[],
  last: string | undefined,
  language: Reading,
): readonly Part[] {
  if (last === undefined) return parts;
  if (splitParts(last, language).length === 0) return [];
  // What it enumerates stands in one part of them all.
  return parts.slice(-(splitClauses(last, language).length || 1));
}
