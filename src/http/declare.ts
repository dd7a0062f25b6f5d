/** Building blocks for declaring routes in the OpenAPI document. */
import type { z } from 'zod';
import { problemSchema } from '../wire/problem.ts';
import { openAiErrorSchema } from './openai/openai-error.ts';
import type { ProblemStatus } from './respond/problem.ts';

const problemMeanings: Record<ProblemStatus, string> = {
  400: 'Not JSON, or a field that is missing, unknown or out of range.',
  401: 'The server asks for a token, and this request carries none that it knows.',
  403: 'The token lacks the right for it, the Origin is not among those this server answers to, or the path is for its own machine.',
  404: 'No such document, page, passage or upload.',
  405: 'The method is not among those in Allow.',
  408: 'The body did not come in time.',
  409: 'The upload is not in a state for this; the detail says in which it is.',
  413: 'The body is too large, or a batch in it.',
  415: 'The body is not application/json.',
  416: 'The range lies behind the end of the file.',
  421: 'The Host is not among those this server answers to.',
  422: 'A document or chapter that does not exist; the detail lists near names.',
  429: 'Too many questions or wrong tokens from this client, or its quota is spent; Retry-After says when to ask again.',
  431: 'The address and the headers are too long.',
  500: 'A failure inside the server, or a file that cannot be read.',
  503: 'Busy, no answer within the time limit, or no usable index (the detail names the repair).',
};

/** Error responses as problem details. */
export function problems<Status extends ProblemStatus>(...statuses: Status[]) {
  const content = { 'application/problem+json': { schema: problemSchema } };
  const entries = statuses.map((status) => [status, { description: problemMeanings[status], content }]);
  return Object.fromEntries(entries) as Record<Status, { description: string; content: typeof content }>;
}

/** Error responses in OpenAI's format. */
export function openAiErrors<Status extends ProblemStatus>(...statuses: Status[]) {
  const content = { 'application/json': { schema: openAiErrorSchema } };
  const entries = statuses.map((status) => [status, { description: problemMeanings[status], content }]);
  return Object.fromEntries(entries) as Record<Status, { description: string; content: typeof content }>;
}

/** The errors that asking and searching can end with. */
export const workProblems = [400, 401, 403, 408, 413, 415, 421, 422, 429, 500, 503] as const;

/** A response of JSON. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A request with a required JSON body, and one that works on an index of the report in `corpus/`. */
export function body<Schema extends z.ZodType>(schema: Schema, example: z.input<Schema>) {
  return { body: { required: true, content: { 'application/json': { schema, example } } } };
}
