/** A question that points back, with what it points to put in. Pure. */
import type { Anaphor, FollowUpForms } from '../core/follow-up-forms.ts';
import { withContext } from './context.ts';
import { findPeople } from './name-antecedents.ts';
import { namePlaces, placesWithin } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';

/** The person spoken of, the question's first: the answer to it may name others. */
function personOf({ question, answer, throughout }: PreviousTurn, forms: FollowUpForms): string | undefined {
  return findPeople(question, throughout, forms)[0] ?? findPeople(answer, throughout, forms)[0];
}

function nameThePerson(text: string, name: string, { anaphora, wording }: FollowUpForms): string {
  return text.replace(anaphora.person, name).replace(anaphora.personsOwn, wording.ownedBy(name));
}

export function carryContext(
  { text }: FollowUp,
  anaphor: Anaphor,
  previous: PreviousTurn,
  forms: FollowUpForms,
): string {
  const { places, impliedPlaces } = previous;
  const here = places.length > 0 ? places : impliedPlaces;
  if (anaphor === 'person') {
    const person = personOf(previous, forms);
    if (person !== undefined) {
      const named = nameThePerson(text, person, forms).replace(/^./u, (letter) => letter.toUpperCase());
      return here.length > 0 ? `${named} (${namePlaces(here, forms)})?` : `${named}?`;
    }
  }
  if (anaphor === 'place' && here.length > 0)
    return withContext(text.replace(forms.anaphora.there, placesWithin(here, forms)), previous, forms);
  return withContext(text, previous, forms);
}
