/** A request of a caller without schemas, held against the API's. */
import type { z } from 'zod';
import { VerseError } from '../core/errors.ts';
import { fieldErrors, listFieldErrors } from './bad-fields.ts';

/** @throws VerseError `bad-input` that names each field: "limit: Must be at least 1." */
export function readRequest<Request>(schema: z.ZodType<Request>, request: unknown): Request {
  const read = schema.safeParse(request);
  if (read.success) return read.data;
  throw new VerseError('bad-input', listFieldErrors(fieldErrors(read.error.issues), 'request'));
}
