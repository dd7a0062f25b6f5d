/** A question that points back, with what it points to put in. Pure. */
import type { Anaphor } from './find-anaphor.ts';
import { findNames, findPeople } from './name-antecedents.ts';
import { joinNames } from './place-forms.ts';
import type { FollowUp, PreviousTurn } from './turn.ts';
import { topicOf } from './words.ts';

/** More names than this blur what is looked for. */
const mostNames = 4;

/** The last person spoken of, the answer's first: a "who" is answered by one. */
function personOf({ question, answer }: PreviousTurn): string | undefined {
  return findPeople(question).at(-1) ?? findPeople(answer)[0];
}

function nameThePerson(text: string, person: string): string {
  return text.replace(/\b(?:he|she|him)\b/i, person).replace(/\b(?:his|her)\b/i, `${person}’s`);
}

export function carryContext(followUp: FollowUp, anaphor: Anaphor, previous: PreviousTurn): string {
  let { text } = followUp;
  const { question, answer, places, impliedPlaces } = previous;
  const here = places.length > 0 ? places : impliedPlaces;
  if (anaphor === 'person') {
    const person = personOf(previous);
    if (person !== undefined) text = nameThePerson(text, person);
  }
  if (anaphor === 'place' && here.length > 0) text = text.replace(/\bthere\b/i, `in ${joinNames(here)}`);
  const topic = topicOf(question);
  const names = findNames(answer).filter((name) => !`${topic} ${text}`.includes(name));
  const context = [topic, ...names.slice(0, mostNames)].join('; ');
  const opened = text.replace(/^./u, (letter) => letter.toUpperCase());
  return `${opened} (${context})?`;
}
