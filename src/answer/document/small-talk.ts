/** Replies to what asks nothing of the documents: a greeting, thanks, what can be asked. Pure. */
import type { Language } from '../../core/language.ts';
import type { SmallTalk } from '../../core/question-forms.ts';
import { countNoun } from '../../text/count-noun.ts';
import { type Labelled, labelDocuments } from '../../wire/label-documents.ts';
import type { Told } from '../written.ts';

const kinds: readonly SmallTalk[] = ['greeting', 'farewell', 'thanks', 'agreement', 'abilities'];

/** Which of them the whole of what is said is; undefined where it asks something. */
export function readSmallTalk(
  text: string,
  { questions }: Pick<Language, 'questions'>,
): SmallTalk | undefined {
  return kinds.find((kind) => questions?.smallTalk[kind].test(text.trim()) === true);
}

/** One by its name in short, several by their number. */
function nameThem(documents: readonly Labelled[]): string {
  const [label, ...others] = labelDocuments(documents).values();
  return label !== undefined && others.length === 0 ? `“${label}”` : countNoun(documents.length, 'report');
}

/** The reply in a sentence or two of the program's own. */
export function tellSmallTalk(kind: SmallTalk, documents: readonly Labelled[]): Told {
  const replies: Record<SmallTalk, readonly string[]> = {
    greeting: [
      'Hello.',
      `Ask about ${nameThem(documents)}: answers are quoted, each sentence with its chapter and page.`,
    ],
    farewell: ['Goodbye.'],
    thanks: ['You are welcome.'],
    agreement: ['Good. Ask on whenever you like.'],
    abilities: [
      `Ask about ${nameThem(documents)}: what is said there is quoted, each sentence with its chapter and page, and what is not said there is refused.`,
      'Ask on with “and in 2020?” or “why?”, ask for the page or the source of an answer, or ask which chapters there are.',
    ],
  };
  const own = { citations: [], origin: 'said' as const, verified: true, problems: [] };
  return { sentences: replies[kind].map((text) => ({ ...own, text })), citations: [] };
}
