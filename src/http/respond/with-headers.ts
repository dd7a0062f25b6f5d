/** For responses made without Hono's context. */
import type { Context } from 'hono';

/** The response with the headers set so far on the context: request id and rate limit. */
export function withHeaders(context: Context, response: Response): Response {
  return context.newResponse(response.body, response);
}
