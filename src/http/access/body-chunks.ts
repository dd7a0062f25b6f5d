/** The bytes of a body as they come, as long as they do. */
import { HttpProblem } from '../respond/problem.ts';

/**
 * Milliseconds between two pieces of a body. A link that loses packets for this long has lost its connection; one that is
 * merely slow may take as long as it needs.
 */
const longestPauseMs = 30_000;

function refuseSlow(what: string): HttpProblem {
  const headers = { Connection: 'close' };
  return new HttpProblem(408, 'slow-body', `The body did not come within ${what}. Send it again.`, {
    headers,
  });
}

export interface BodyTimes {
  pauseMs?: number;
  /** For the whole; none by default. */
  totalMs?: number;
}

/** @throws HttpProblem 408 where the body pauses for too long, or takes too long. */
export async function* bodyChunks(
  body: ReadableStream<Uint8Array>,
  { pauseMs = longestPauseMs, totalMs = Number.POSITIVE_INFINITY }: BodyTimes = {},
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const end = performance.now() + totalMs;
  let isDone = false;
  try {
    while (true) {
      const left = Math.min(pauseMs, end - performance.now());
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(
          () => reject(refuseSlow(`${Math.min(pauseMs, totalMs) / 1000} s`)),
          Math.max(0, left),
        );
      });
      const { done, value } = await Promise.race([reader.read(), late]).finally(() => clearTimeout(timer));
      isDone = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isDone) reader.cancel().catch(() => undefined);
  }
}
