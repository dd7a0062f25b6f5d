/** Tells the questions apart that are asked at once where one is for a document as a whole: "What is it about and who wrote it?" Pure. */
import { readDocumentQuestion } from './document/read-document-question.ts';
import { readGistQuestion } from './gist/gist-question.ts';
import { splitClauses } from './question/split-parts.ts';
import type { Asked } from './understand.ts';

type Question = Pick<Asked, 'text' | 'language' | 'namedChapters' | 'documents'>;

/** Whether a clause asks for a document's gist, or of a document what ingest knows of it. */
function asksOfWhole(clause: string, { language, namedChapters, documents }: Question): boolean {
  if (readDocumentQuestion(clause, language, namedChapters, documents) !== undefined) return true;
  const gist = readGistQuestion(clause, language);
  return gist !== undefined && (gist.asksOfDocument || gist.topic.size === 0);
}

/**
 * Its questions, each as it is to be asked by itself, where the first is for a document as a whole: what leans on that speaks of
 * the document. None where it asks one thing, or begins with another.
 */
export function separateWholes(question: Question): string[] {
  const clauses = splitClauses(question.text, question.language);
  const [first] = clauses;
  if (first === undefined || !asksOfWhole(first.text, question)) return [];
  return clauses.map(({ text, inFull }) => (inFull.endsWith(first.text) ? text : inFull));
}
