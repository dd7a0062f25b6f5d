/** `fetch` for a provider's client that ignores signals and prints error responses. */

/** Fetches until `signal` is aborted. @throws an error with `status` and `headers` for an error response. */
export function fetchUntil(signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const own = init?.signal;
    const either = own === undefined || own === null ? signal : AbortSignal.any([signal, own]);
    const response = await fetch(input, { ...init, signal: either });
    if (response.ok) return response;
    const { status, headers } = response;
    // The body is searched for the cause, but never shown.
    throw Object.assign(new Error(await response.text()), { status, headers });
  };
}
