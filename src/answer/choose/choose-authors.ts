/** Answers "who wrote the chapter on …" with the bylines of the named chapters. */
import type { Language } from '../../core/language.ts';
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { DocumentLanguages } from '../../language/document-languages.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import { fetchHits } from './fetch-hits.ts';
import { namesAuthors } from './sentence-form.ts';

/** Whether a question asks who wrote a chapter, rather than what its author says. */
export function asksForAuthors(text: string, { questions }: Pick<Language, 'questions'>): boolean {
  return questions?.authors.some((pattern) => pattern.test(text.trim())) === true;
}

/**
 * The passages that open with the byline of a named chapter, as hits. None if the question does not ask for an author
 * or names no chapter, or if there is no byline.
 */
export async function findBylines(
  { text, language, namedChapters }: Pick<QuestionAnalysis, 'text' | 'language' | 'namedChapters'>,
  store: PassageStore,
  { documents }: PassageFilter,
  languages: DocumentLanguages,
): Promise<RetrievedHit[]> {
  if (!asksForAuthors(text, language) || namedChapters.length === 0) return [];
  const stretch = { chapters: namedChapters, kinds: ['body'] as const, ...(documents && { documents }) };
  const bylines = (await store.readStretch(stretch)).filter(({ documentId, sentences }) =>
    namesAuthors(sentences[0]?.text ?? '', languages.of(documentId)),
  );
  return fetchHits(bylines, store);
}
