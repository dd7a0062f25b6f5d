/** The document that a path names. */
import { z } from 'zod';
import type { Assistant } from '../assistant/assistant.ts';
import { VerseError } from '../core/errors.ts';
import type { ReportDocument } from '../core/types.ts';
import type { DocumentListing } from '../wire/types.ts';
import { HttpProblem } from './respond/problem.ts';

/** As it stands in a path. */
export const documentId = z
  .string()
  .meta({ description: "The file's name without .pdf.", example: 'fragmented-europe-2026' });

/** @throws HttpProblem 404 for an unknown document, which is 422 in a question's body. */
export async function findDocument(assistant: Assistant, id: string): Promise<ReportDocument> {
  try {
    return await assistant.document(id);
  } catch (error) {
    if (!(error instanceof VerseError) || error.code !== 'unknown-document') throw error;
    throw new HttpProblem(404, error.code, error.sentenceAfar);
  }
}

/** The document as it is listed. @throws HttpProblem 404 for an unknown one. */
export async function findListing(assistant: Assistant, id: string): Promise<DocumentListing> {
  const document = await findDocument(assistant, id);
  const listing = (await assistant.documents()).find((one) => one.id === document.id);
  if (listing !== undefined) return listing;
  throw new HttpProblem(404, 'unknown-document', `No document is called “${id}”.`);
}
