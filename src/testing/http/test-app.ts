/** The HTTP app over a fake assistant, and what tests of it send and read. */
import { expect } from 'vitest';
import { createApp } from '../../http/app.ts';
import type { AppConfig, AppOptions } from '../../http/app-options.ts';
import { type AssistantScript, fakeAssistant } from '../assistant/fake-assistant.ts';

/** Small limits, so that tests reach them; only this machine. */
export const testConfig: AppConfig = { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 };

/** An app whose assistant does as scripted; `config` is laid over `testConfig`. */
export function appWith(
  script: AssistantScript = {},
  { config, ...options }: Partial<Omit<AppOptions, 'config'>> & { config?: Partial<AppConfig> } = {},
) {
  const assistant = fakeAssistant(script);
  const app = createApp({
    assistant: () => assistant,
    config: { ...testConfig, ...config },
    renderPage: async () => new Uint8Array(),
    version: '0.0.0',
    ...options,
  });
  return { app, assistant };
}

/** A POST of JSON, or of a text as it is. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** The problem that a response carries, without the request id, which must be the header's. */
export async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const { requestId, ...problem } = (await response.json()) as Record<string, unknown>;
  expect(requestId).toBe(response.headers.get('X-Request-Id'));
  return problem;
}
