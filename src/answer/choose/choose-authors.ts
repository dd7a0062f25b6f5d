/** Answers "who wrote the chapter on …": the bylines of the chapters named. Pure but for the store's tables. */
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Hit } from '../../core/types.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import { isByline } from './sentence-form.ts';

const part = '(?:chapter|section|contribution|part)s?';
const asking = [
  `^(?:so |and )?who(?:m| is| are| was| were|'s)?\\b[^?,]*\\b(?:wrote|written|authore?d?|authors?|writers?)\\b[^?,]*\\b${part}\\b`,
  `^(?:by whom|who)\\b[^?,]*\\b${part}\\b[^?,]*\\b(?:written|authored) by\\b`,
  `^by whom\\b[^?,]*\\b${part}\\b[^?,]*\\bwritten\\b`,
  `^(?:(?:name|list|give me) )?(?:the )?(?:authors?|writers?) (?:of|for|behind)\\b[^?,]*\\b${part}\\b`,
].map((pattern) => new RegExp(pattern, 'i'));

/** Whether a question asks who wrote a chapter, and not what its author says. */
export function asksForAuthors(text: string): boolean {
  return asking.some((pattern) => pattern.test(text.trim()));
}

/** Whether a text says who wrote a chapter; another byline says who drew its pictures. */
export const namesAuthors = (text: string): boolean => isByline(text) && text.startsWith('By ');

/**
 * The passages that open with the byline of a chapter asked about; none where no author is asked for, no chapter is named,
 * or its byline is not set as one.
 */
export function findBylines(
  { text, namedChapters }: Pick<QuestionAnalysis, 'text' | 'namedChapters'>,
  { passages }: Pick<PassageStore, 'passages'>,
  { documents }: PassageFilter,
): Hit[] {
  if (!asksForAuthors(text)) return [];
  const isAskedOf = (documentId: string) => documents === undefined || documents.includes(documentId);
  return passages
    .filter(
      ({ kind, chapter, documentId, sentences }) =>
        kind === 'body' &&
        namedChapters.includes(chapter) &&
        isAskedOf(documentId) &&
        namesAuthors(sentences[0]?.text ?? ''),
    )
    .map((passage) => ({ passage, score: 1, scores: { keyword: null, vector: null, maxsim: null } }));
}
