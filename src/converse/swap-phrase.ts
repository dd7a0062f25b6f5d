/** "And on the size of the network?", "And Novo Nordisk in Athlone?", "And 7?": a part of the question before is exchanged for its like. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { findNames, isPlace } from './name-antecedents.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { contentWords, everywhere, hasJoin, splitContext } from './words.ts';

const mostWords = 5;

const hasCapital = (text: string) => /\p{Lu}/u.test(text);
const exactly = (text: string, found: string, by: string) => {
  const at = text.lastIndexOf(found);
  return text.slice(0, at) + by + text.slice(at + found.length);
};

/** The last phrase of a question that begins with a preposition, as long as it goes; undefined where there is none. */
function phraseWith(preposition: string, question: string, { phraseEnd, questionWord }: FollowUpForms) {
  const opening = new RegExp(`\\b${preposition.replace(/(?:with|to)$/i, '(?:with|to)')}\\s+`, 'gi');
  const found = [...question.matchAll(opening)].map((match) => {
    const rest = question.slice(match.index + match[0].length);
    return match[0] + rest.slice(0, rest.search(phraseEnd) < 0 ? undefined : rest.search(phraseEnd));
  });
  return found.filter((phrase) => !questionWord.test(phrase)).at(-1);
}

function swapPrepositional(part: string, question: string, forms: FollowUpForms): string | null {
  const preposition = forms.preposition.exec(part)?.[0];
  const old = preposition && phraseWith(preposition, question, forms);
  // A place is not the like of a manner: "in Iraq", "in practice".
  if (old === undefined || old === '' || hasCapital(old) !== hasCapital(part)) return null;
  return exactly(question, old, part);
}

/** A name for the one that the question is about: neither a country nor behind a preposition. */
function swapName(
  part: string,
  question: string,
  throughout: ReadonlySet<string>,
  forms: FollowUpForms,
): string | null {
  const isOne = findNames(`a ${part}`, throughout, forms).includes(part);
  const isBehind = (name: string) =>
    forms.preposition.test(question.slice(0, question.lastIndexOf(name)).trim().split(' ').at(-1) ?? '');
  const names = findNames(question, throughout, forms).filter((name) => !isPlace(name) && !isBehind(name));
  const [old, other] = names;
  return isOne && old !== undefined && other === undefined ? exactly(question, old, part) : null;
}

/** A number for the one number, an ordinal for the one ordinal. */
function swapNumber(part: string, question: string, { ordinal, ordinalAlone }: FollowUpForms): string | null {
  const digits = /^\d{1,3}$/.test(part) ? /\b\d{1,3}\b/ : null;
  const word = ordinalAlone.exec(part)?.[1];
  const pattern = digits ?? (word === undefined ? null : ordinal);
  const found = pattern === null ? [] : (question.match(everywhere(pattern)) ?? []);
  return found.length === 1 ? question.replace(found[0], word ?? part) : null;
}

/** The parts of a follow-up, each but the first with its preposition: "Novo Nordisk", "in Athlone". */
function partsOf(phrase: string, { phraseEnd }: FollowUpForms): string[] {
  return phrase.split(everywhere(phraseEnd)).filter((part) => part !== '');
}

/** "Azure" of "why Azure", after a question that asks why. */
function withoutSharedWord(phrase: string, question: string, { questionWord }: FollowUpForms): string {
  const [word, other] = [phrase, question].map((text) => questionWord.exec(text));
  const isShared = word?.index === 0 && word[0].toLowerCase() === other?.[0].toLowerCase();
  return isShared ? phrase.slice(word[0].length).trim() : phrase;
}

/** The question before with each part of the follow-up in the place of its like; null where one has none there. */
export function swapPhrase(followUp: FollowUp, previous: PreviousTurn, forms: FollowUpForms): string | null {
  const { asksAbout, opensQuestion, auxiliaries } = forms;
  const { question, context } = splitContext(previous.question);
  const phrase = withoutSharedWord(followUp.text.replace(asksAbout, ''), question, forms);
  if (!hasJoin(followUp.asked, forms) && phrase === followUp.text && contentWords(phrase, forms).length > 1)
    return null;
  // Several questions in one have several parts of a kind.
  if (question.includes('?')) return null;
  if (opensQuestion.test(phrase) || auxiliaries.test(phrase)) return null;
  if (contentWords(phrase, forms).length > mostWords) return null;
  const swapped =
    swapNumber(phrase, question, forms) ??
    swapPrepositional(phrase, question, forms) ??
    partsOf(phrase, forms).reduce<string | null>(
      (text, part) =>
        text === null
          ? null
          : (swapPrepositional(part, text, forms) ?? swapName(part, text, previous.throughout, forms)),
      question,
    );
  return swapped === null || swapped === question ? null : `${swapped}${context}?`;
}
