/** Errors on the wire: RFC 9457 problem details, made from whatever was thrown. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { errorCodes, VerseError } from '../../core/errors.ts';
import type { Problem } from '../../wire/types.ts';
import { isOpenAiPath, toOpenAiError } from '../openai/openai-error.ts';

/** Every status a problem may have, with the title that RFC 9457 asks for with the type `about:blank`. */
export const problemTitles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

export type ProblemStatus = keyof typeof problemTitles;

interface ProblemExtras {
  errors?: Problem['errors'];
  headers?: Record<string, string>;
}

/** A refusal specific to HTTP; anything else that a caller can act on is a VerseError. */
export class HttpProblem extends HTTPException {
  override readonly name = 'HttpProblem';

  constructor(
    override readonly status: ProblemStatus,
    readonly code: string,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(status, { message: detail });
  }
}

/** Seconds after which a retry may help; other 503s need someone to act first. */
const retryAfterSeconds: Partial<Record<string, number>> = { 'index-locked': 5, 'database-away': 5 };

/** Turns anything thrown into a problem. Unexpected errors become a plain 500 without details. */
export function toHttpProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof VerseError) {
    const seconds = retryAfterSeconds[error.code];
    const headers = seconds === undefined ? {} : { 'Retry-After': String(seconds) };
    return new HttpProblem(errorCodes[error.code].status, error.code, error.sentenceAfar, { headers });
  }
  // @hono/zod-openapi throws these two before any handler of ours runs.
  if (error instanceof HTTPException && error.status === 400) {
    return new HttpProblem(400, 'bad-json', 'The body is not valid JSON.');
  }
  if (error instanceof HTTPException && error.status === 415) {
    return new HttpProblem(415, 'not-json', 'The body must be sent as Content-Type: application/json.');
  }
  return new HttpProblem(500, 'internal', 'Something went wrong inside the server. Its log says more.');
}

/** A problem as JSON; `requestId` is the one in the response's header. */
export function toProblem(
  { status, detail, code, extras: { errors } }: HttpProblem,
  requestId: string | undefined,
): Problem {
  return {
    type: 'about:blank',
    title: problemTitles[status],
    status,
    detail,
    code,
    requestId,
    ...(errors === undefined ? {} : { errors }),
  };
}

/** The response for a problem, in OpenAI's format for clients of that API. */
export function problemResponse(context: Context, problem: HttpProblem): Response {
  const isOpenAi = isOpenAiPath(context.req.path);
  const body = isOpenAi ? toOpenAiError(problem) : toProblem(problem, context.get('requestId'));
  return context.body(JSON.stringify(body), problem.status, {
    ...problem.extras.headers,
    'Content-Type': isOpenAi ? 'application/json' : 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}
