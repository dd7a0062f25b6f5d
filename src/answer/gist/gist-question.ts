/** Questions for the gist of a document or of a part of it: what it recommends, finds, concludes, is for. Pure. */
import type { GistForm } from '../../core/gist-forms.ts';
import type { Language } from '../../core/language.ts';
import type { Passage } from '../../core/types.ts';
import { contentStems, stemsOf } from './content-words.ts';

export interface GistQuestion {
  form: GistForm;
  /** The stems of its words that name something. */
  topic: ReadonlySet<string>;
  /** Whether it says that it asks of a document or of who wrote it. */
  asksOfDocument: boolean;
}

/** Reads a question that asks for the gist, if what it names is the topic of all that is asked (`isTopic`). */
export function readGistQuestion(
  text: string,
  language: Pick<Language, 'questions' | 'words'>,
): GistQuestion | undefined {
  const gist = language.questions?.gist;
  const form = gist?.forms.find(({ asked }) => asked.test(text));
  if (gist === undefined || form === undefined) return undefined;
  const topic = contentStems(text.replace(gist.partNumber, ''), language);
  return { form, topic, asksOfDocument: gist.document.test(text) };
}

/** The share of the passages that have a word of what all of them are about. */
const leastShareOfTopic = 0.2;

/**
 * Whether what a question names is what passages are about as a whole: their titles have it, or they speak of it throughout
 * and the question says that it asks of the document. "What did the government propose?" may be asked of a report on it.
 */
export function isTopic(
  { topic, asksOfDocument }: GistQuestion,
  titles: readonly string[],
  passages: readonly Passage[],
  language: Pick<Language, 'questions' | 'words'>,
): boolean {
  const ofTitles = stemsOf(titles.join(' '), language);
  const rest = [...topic].filter((stem) => !ofTitles.has(stem));
  if (rest.length === 0) return true;
  if (!asksOfDocument) return false;
  const each = passages.map(({ text }) => stemsOf(text, language));
  const shareOf = (stem: string) => each.filter((stems) => stems.has(stem)).length / each.length;
  return rest.every((stem) => shareOf(stem) >= leastShareOfTopic);
}
