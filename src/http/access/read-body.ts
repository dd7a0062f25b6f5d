/** Bodies are read whole before work begins, so that one that comes slowly holds no place. */
import type { Context, MiddlewareHandler } from 'hono';
import type { AppConfig, AppEnv } from '../app-options.ts';
import { HttpProblem } from '../respond/problem.ts';
import { bodyChunks } from './body-chunks.ts';

/** Bodies are a few kilobytes: no honest client takes longer to send one. */
const longestMs = 30_000;

function refuseLarger(maxBytes: number, setting: string): never {
  const remedy = `Send less of it, or set ${setting} higher.`;
  throw new HttpProblem(413, 'body-too-large', `The body is larger than ${maxBytes} bytes. ${remedy}`);
}

/** The calls in a body of JSON-RPC, at least one. */
function countCalls(body: Uint8Array): number {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(body));
    return Array.isArray(parsed) ? Math.max(1, parsed.length) : 1;
  } catch {
    // Refused by whoever reads it.
    return 1;
  }
}

export interface BodyReading {
  /** Whether a request may carry the turns of a conversation, which have a larger limit. */
  bringsTurns: (context: Context) => boolean;
  /** Whether a body may be a batch, of which each call counts. */
  mayBatch: (context: Context) => boolean;
}

/**
 * Refuses larger bodies with 413, also those without a length, and slow ones with 408. Sets `calls`.
 * @throws HttpProblem 429 where the calls of a batch are more than the client may make.
 */
export function readBody(
  { maxBodyBytes, maxChatBodyBytes = 0 }: AppConfig,
  { bringsTurns, mayBatch }: BodyReading,
): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const { raw } = context.req;
    context.set('calls', 1);
    if (raw.body === null) return next();
    const isLong = bringsTurns(context) && maxChatBodyBytes > maxBodyBytes;
    const [maxBytes, setting] = isLong
      ? [maxChatBodyBytes, 'VERSE_MAX_CHAT_BODY_BYTES']
      : [maxBodyBytes, 'VERSE_MAX_BODY_BYTES'];
    if (Number(context.req.header('Content-Length') ?? 0) > maxBytes) refuseLarger(maxBytes, setting);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of bodyChunks(raw.body, { totalMs: longestMs })) {
      size += chunk.length;
      if (size > maxBytes) refuseLarger(maxBytes, setting);
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const { method, headers, signal } = raw;
    context.req.raw = new Request(raw.url, { method, headers, signal, body });
    if (mayBatch(context)) {
      const calls = countCalls(body);
      context.set('calls', calls);
      if (calls > 1) await context.get('takeRate')?.(calls - 1);
    }
    await next();
  };
}
