/** Server-sent events, as https://html.spec.whatwg.org/multipage/server-sent-events.html has them. */

/**
 * Sends one event. Data that is not a string is sent as JSON; a null name sends none. Resolves once the reader has
 * taken it. @throws when the reader has gone or time is up.
 */
export type SendEvent = (event: string | null, data: unknown) => Promise<void>;

export interface EventStreamOptions {
  /** Aborted when the reader has gone or time is up: sending then throws its reason. */
  signal: AbortSignal;
  /** The data of the last event if `run` throws after the first one. */
  describeError: (error: unknown) => unknown;
  /** Its name; `error` by default. */
  errorEvent?: string | null;
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // Otherwise nginx holds events back until its buffer is full.
  'X-Accel-Buffering': 'no',
};

/** An event's data must be one line. JSON is; a string that is passed in must be too. */
function formatEvent(event: string | null, data: unknown): Uint8Array {
  const name = event === null ? '' : `event: ${event}\n`;
  const line = typeof data === 'string' ? data : JSON.stringify(data);
  return new TextEncoder().encode(`${name}data: ${line}\n\n`);
}

/** Rejects with the signal's reason once it is aborted. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  // It may be aborted while nobody is sending.
  aborted.catch(() => undefined);
  return aborted;
}

/**
 * The response whose events `run` sends. It resolves with the first event, so that an early failure (an unknown
 * chapter, no index) is thrown and gets a normal error response; a later one ends the stream with an `error` event.
 * Each event waits until the one before it is taken, so a slow reader slows `run` down.
 */
export function respondWithEvents(
  run: (send: SendEvent) => Promise<void>,
  { signal, describeError, errorEvent = 'error' }: EventStreamOptions,
): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const aborted = whenAborted(signal);
  return new Promise((resolve, reject) => {
    let begun = false;
    const begin = () => {
      if (!begun) resolve(new Response(readable, { headers }));
      begun = true;
    };
    const send: SendEvent = async (event, data) => {
      begin();
      await Promise.race([writer.write(formatEvent(event, data)), aborted]);
    };
    const end = async () => {
      begin();
      await writer.close();
    };
    const fail = async (error: unknown) => {
      if (!begun) return reject(error);
      await writer.write(formatEvent(errorEvent, describeError(error)));
      await writer.close();
    };
    run(send)
      .then(end, fail)
      // The reader has gone.
      .catch(() => undefined);
  });
}
