/** A question that points back, with what it points to put in. Pure. */
import { withContext } from './context.ts';
import type { Anaphor } from './find-anaphor.ts';
import { findPeople } from './name-antecedents.ts';
import { namePlaces, placesWithin } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';

/** The person spoken of, the question's first: the answer to it may name others. */
function personOf({ question, answer, throughout }: PreviousTurn): string | undefined {
  return findPeople(question, throughout)[0] ?? findPeople(answer, throughout)[0];
}

function nameThePerson(text: string, person: string): string {
  return text.replace(/\b(?:he|she|him)\b/i, person).replace(/\b(?:his|her)\b/i, `${person}’s`);
}

export function carryContext({ text }: FollowUp, anaphor: Anaphor, previous: PreviousTurn): string {
  const { places, impliedPlaces } = previous;
  const here = places.length > 0 ? places : impliedPlaces;
  if (anaphor === 'person') {
    const person = personOf(previous);
    if (person !== undefined) {
      const named = nameThePerson(text, person).replace(/^./u, (letter) => letter.toUpperCase());
      return here.length > 0 ? `${named} (${namePlaces(here)})?` : `${named}?`;
    }
  }
  if (anaphor === 'place' && here.length > 0)
    return withContext(text.replace(/\bthere\b/i, placesWithin(here)), previous);
  return withContext(text, previous);
}
