/** `fetch` for a provider's client that hears of no signal and prints what it does with a refusal. */

/** Fetches until `signal` is aborted. @throws an error with `status` and `headers` where the answer is a refusal. */
export function fetchUntil(signal: AbortSignal): typeof fetch {
  return async (input, init) => {
    const own = init?.signal;
    const either = own === undefined || own === null ? signal : AbortSignal.any([signal, own]);
    const response = await fetch(input, { ...init, signal: either });
    if (response.ok) return response;
    const { status, headers } = response;
    // What it says is looked through for what went wrong, and never told.
    throw Object.assign(new Error(await response.text()), { status, headers });
  };
}
