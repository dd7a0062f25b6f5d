/** What is told before an answer that is given once more: where it stands, whose words they are. Pure. */

import { formatPages } from '../../text/format-pages.ts';
import { joinNames } from '../../text/join-names.ts';
import type { AnswerSentence, Citation } from '../../wire/types.ts';
import type { AboutAnswer } from '../choose/resolved-question.ts';
import type { Told } from '../written.ts';

/** An answer cites few notes; a passage full of them would bury it. */
const mostNotes = 6;

/** "p. 84 (Germany)" once for each page and chapter, in the order cited. */
function placesOf(citations: readonly Citation[]): string[] {
  return [...new Set(citations.map(({ pages, chapter }) => `${formatPages(pages)} (${chapter})`))];
}

function notesOf(citations: readonly Citation[]): string[] {
  const notes = citations.flatMap(({ notes: own }) =>
    own.map(({ label, page, text }) => `Note ${label}, ${formatPages([page])}: ${text}`),
  );
  return [...new Set(notes)].slice(0, mostNotes);
}

function sayAbout(about: AboutAnswer, citations: readonly Citation[]): string[] {
  if (about === 'again' || citations.length === 0) return [];
  const stands = `This stands on ${joinNames(placesOf(citations))}.`;
  if (about === 'page') return [stands];
  if (about === 'sure')
    return [
      `${stands} It is word for word what is printed there; whether that is right is for its reader to judge.`,
    ];
  const notes = notesOf(citations);
  return notes.length > 0 ? notes : [`The report gives no note on it. ${stands}`];
}

/** The answer with what is said about it first. */
export function tellAboutAnswer(told: Told, about: AboutAnswer | undefined): Told {
  const said = about === undefined ? [] : sayAbout(about, told.citations);
  const own = said.map(
    (text): AnswerSentence => ({ text, citations: [], origin: 'said', verified: true, problems: [] }),
  );
  const groups = told.groups?.map(({ label, sentences }) => ({
    label,
    sentences: sentences.map((index) => index + own.length),
  }));
  const lead = told.lead && [...own.keys(), ...told.lead.map((index) => index + own.length)];
  return {
    ...told,
    sentences: [...own, ...told.sentences],
    ...(groups && { groups }),
    ...(lead && { lead }),
  };
}
