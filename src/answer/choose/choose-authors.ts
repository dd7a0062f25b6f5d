/** Answers "who wrote the chapter on …": the bylines of the chapters named. Pure but for the store's tables. */
import type { Language } from '../../core/language.ts';
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Hit } from '../../core/types.ts';
import type { DocumentLanguages } from '../../language/document-languages.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import { namesAuthors } from './sentence-form.ts';

/** Whether a question asks who wrote a chapter, and not what its author says. */
export function asksForAuthors(text: string, { questions }: Pick<Language, 'questions'>): boolean {
  return questions?.authors.some((pattern) => pattern.test(text.trim())) === true;
}

/**
 * The passages that open with the byline of a chapter asked about; none where no author is asked for, no chapter is named,
 * or its byline is not set as one.
 */
export function findBylines(
  { text, language, namedChapters }: Pick<QuestionAnalysis, 'text' | 'language' | 'namedChapters'>,
  { passages }: Pick<PassageStore, 'passages'>,
  { documents }: PassageFilter,
  languages: DocumentLanguages,
): Hit[] {
  if (!asksForAuthors(text, language)) return [];
  const isAskedOf = (documentId: string) => documents === undefined || documents.includes(documentId);
  return passages
    .filter(
      ({ kind, chapter, documentId, sentences }) =>
        kind === 'body' &&
        namedChapters.includes(chapter) &&
        isAskedOf(documentId) &&
        namesAuthors(sentences[0]?.text ?? '', languages.of(documentId)),
    )
    .map((passage) => ({ passage, score: 1, scores: { keyword: null, vector: null, maxsim: null } }));
}
