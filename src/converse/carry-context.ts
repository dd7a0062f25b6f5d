/** A question that points back, with what it points to put in. Pure. */
import type { Anaphor, FollowUpForms } from '../core/follow-up-forms.ts';
import { opened, withContext } from './context.ts';
import { findAnaphor } from './find-anaphor.ts';
import type { FullQuestion } from './full-question.ts';
import { findPeople } from './name-antecedents.ts';
import { namePlaces, placesWithin } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';

/** The person spoken of: the question's first, since the answer to it may name others, unless it asks for one. */
function personOf({ question, answer, throughout }: PreviousTurn, forms: FollowUpForms): string | undefined {
  const [inQuestion] = findPeople(question, throughout, forms);
  const [inAnswer] = findPeople(answer, throughout, forms);
  return forms.asksWho.test(question) ? (inAnswer ?? inQuestion) : (inQuestion ?? inAnswer);
}

function nameThePerson(text: string, name: string, { anaphora, wording }: FollowUpForms): string {
  return text.replace(anaphora.person, name).replace(anaphora.personsOwn, wording.ownedBy(name));
}

export function carryContext(
  followUp: FollowUp,
  anaphor: Anaphor,
  previous: PreviousTurn,
  forms: FollowUpForms,
): FullQuestion {
  const { text } = followUp;
  const { places, impliedPlaces } = previous;
  const here = places.length > 0 ? places : impliedPlaces;
  const person = anaphor === 'person' ? personOf(previous, forms) : undefined;
  if (person !== undefined) {
    const named = opened(nameThePerson(text, person, forms));
    const rest = { ...followUp, asked: named, text: named.replace(person, ' '), places: [] };
    // "Why did he do it?" points to what was done, too.
    if (findAnaphor(rest, forms) !== null) return withContext(named, previous, forms);
    const where = here.length > 0 ? ` (${namePlaces(here, forms)})` : '';
    return { text: `${named}${where}?`, asked: [`${named}?`] };
  }
  if (anaphor === 'place' && here.length > 0)
    return withContext(text.replace(forms.anaphora.there, placesWithin(here, forms)), previous, forms);
  return withContext(text, previous, forms);
}
