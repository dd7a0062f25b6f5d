/** Whether a question points outside itself: "it", "he", "there", "the second one" with nothing before to stand for. Pure. */
import type { Anaphor, AnaphorForms, FollowUpForms } from '../core/follow-up-forms.ts';
import { namesSubject } from '../subjects/subject.ts';
import { namesWithin } from './name-antecedents.ts';
import type { FollowUp } from './turn.ts';
import { contentWords, hasJoin } from './words.ts';

/** Demonstratives are also conjunctions: only short questions are taken to point with them. */
const mostWordsWithDemonstrative = 4;

/** What stands before the pronoun without the question's own wh-phrase: "what other top job does". */
function withoutWhPhrase(before: string, forms: FollowUpForms): { rest: string; isBare: boolean } {
  const { whPhrase, auxiliaryAtEnd } = forms.anaphora;
  const phrase = whPhrase.exec(before)?.[0];
  if (phrase === undefined) return { rest: before, isBare: !/\S/.test(before) };
  const endsInAuxiliary = auxiliaryAtEnd.test(phrase);
  const named = contentWords(phrase, forms);
  return {
    rest: endsInAuxiliary ? before.slice(phrase.length) : before,
    isBare: endsInAuxiliary ? named.length === 0 : named.length <= 1,
  };
}

function hasName(text: string): boolean {
  return /\p{Lu}/u.test(text.replace(/^\P{L}*\p{Lu}/u, (start) => start.toLowerCase())) || /\d{4}/.test(text);
}

/** "What did Ericsson say about it?": behind a preposition at the end, and not what the one clause names before. */
function endsPointing(text: string, { atEnd, joinsClauses }: AnaphorForms): boolean {
  const isOneClause = !joinsClauses.test(text.replace(/(?<!\S)\S+$/, ''));
  return atEnd.test(text) && isOneClause;
}

function isUnbound(
  kind: Anaphor,
  text: string,
  found: RegExpExecArray,
  namesPlaceBefore: boolean,
  forms: FollowUpForms,
): boolean {
  const { anaphora } = forms;
  const before = text.slice(0, found.index);
  const pronoun = found[0].toLowerCase();
  if (anaphora.demonstrative.test(pronoun) && contentWords(text, forms).length > mostWordsWithDemonstrative)
    return false;
  if (kind === 'time') return !anaphora.time.test(before);
  if (kind === 'thing' && endsPointing(text, anaphora)) return true;
  if (hasName(before) || namesPlaceBefore) return false;
  if (kind === 'place') return true;
  const { rest, isBare } = withoutWhPhrase(before, forms);
  const isPossessive = anaphora.possessive.test(pronoun);
  // "How many of its cars does Volvo sell", "How long after it was proposed was the Sines plant built".
  const looksAhead = (isPossessive && rest === before) || anaphora.looksAhead.test(before);
  if (looksAhead && hasName(`a ${text.slice(found.index)}`)) return false;
  const isObject = anaphora.object.test(pronoun) && !anaphora.joinsClauses.test(rest);
  const named = contentWords(rest, forms).length;
  if (isPossessive) return isBare && named <= 1;
  return named === 0 || (isBare && named <= 1) || (isObject && isBare);
}

/** What in a question can only be understood from the turns before; null where it stands alone. */
export function findAnaphor(
  { asked, text, places, throughout }: FollowUp,
  forms: FollowUpForms,
): Anaphor | null {
  const { expletive, existential, pointers } = forms.anaphora;
  const read = text.replace(expletive, ' ').replace(existential, ' ');
  for (const [kind, pattern] of pointers) {
    const found = pattern.exec(read);
    if (found === null) continue;
    const before = read.slice(0, found.index);
    if (
      isUnbound(
        kind,
        read,
        found,
        places.some((place) => namesSubject(before, place)),
        forms,
      )
    )
      return kind;
  }
  return hasJoin(asked, forms) && places.length === 0 && namesWithin(text, throughout, forms).length === 0
    ? 'opening'
    : null;
}
