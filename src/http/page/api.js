/** The server's endpoints that the page uses. */

/** @typedef {import('../../wire.ts').Answer} Answer */
/** @typedef {import('../../wire.ts').AskRequest} AskRequest */
/** @typedef {import('../../wire.ts').DocumentListing} DocumentListing */

/** A failure to show: what happened, and what to do about it. */
export class Failure extends Error {
  /**
   * @param {string} title
   * @param {string} detail
   */
  constructor(title, detail) {
    super(detail);
    this.title = title;
  }
}

const titles = /** @type {Record<number, string>} */ ({
  400: 'The question was refused',
  413: 'The question is too long',
  422: 'The question was refused',
  503: 'Not ready',
});

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
async function request(path, options) {
  const response = await fetch(path, options).catch((error) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Failure(
      'Not connected',
      'The server does not answer. See whether `verse serve` is still running, then ask again.',
    );
  });
  if (response.ok) return response.json();
  const problem = await response.json().catch(() => null);
  throw new Failure(
    titles[response.status] ?? 'Something went wrong',
    problem?.detail ?? `The server answered ${response.status}.`,
  );
}

/**
 * @param {AskRequest} body
 * @param {AbortSignal} signal
 * @returns {Promise<Answer>}
 */
export function ask(body, signal) {
  const headers = { 'Content-Type': 'application/json' };
  return request('/v1/ask', { method: 'POST', headers, body: JSON.stringify(body), signal });
}

/** @returns {Promise<DocumentListing[]>} */
export function listDocuments() {
  return request('/v1/documents');
}

/** @param {string} id */
export function documentAddress(id) {
  return `/v1/documents/${encodeURIComponent(id)}`;
}
