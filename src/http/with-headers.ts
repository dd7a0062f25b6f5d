/** Responses that were made without Hono's context. */
import type { Context } from 'hono';

/** The response with the headers that this request's answer has by now: its id, and what is left of the rate. */
export function withHeaders(context: Context, response: Response): Response {
  return context.newResponse(response.body, response);
}
