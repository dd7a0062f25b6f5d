/** Server-sent events, as https://html.spec.whatwg.org/multipage/server-sent-events.html has them. */

/**
 * Sends one event, of JSON unless its data is a text; null is the name of those that have none. Resolves once the
 * reader has taken it. @throws where the reader has gone or time is up.
 */
export type SendEvent = (event: string | null, data: unknown) => Promise<void>;

export interface EventStreamOptions {
  /** Aborted when nobody waits any more or the time is up: sending throws its reason. */
  signal: AbortSignal;
  /** The data of the last event where something was thrown after the first. */
  describeError: (error: unknown) => unknown;
  /** Its name; `error` by default. */
  errorEvent?: string | null;
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // nginx would gather events until its buffer is full.
  'X-Accel-Buffering': 'no',
};

/** JSON has no line ends of its own, so an event's data is one line; a text given must be one too. */
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
 * The response whose events `run` sends. It is there with the first event, so that what fails before (a chapter that
 * does not exist, no index) is thrown and answered as any request's failure; what fails later ends the stream with an
 * `error` event. No event is made before the one ahead of it is taken: a slow reader holds `run` back.
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
      // The reader has gone: there is nobody to tell.
      .catch(() => undefined);
  });
}
