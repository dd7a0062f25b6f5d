/** The HTTP app with a fake assistant, and what tests send to it and read from it. */
import { expect } from 'vitest';
import { createApp } from '../../http/app.ts';
import type { AppConfig, AppOptions } from '../../http/app-options.ts';
import { type AssistantScript, fakeAssistant } from '../assistant/fake-assistant.ts';

/** Small limits that tests can reach; this machine only. */
export const testConfig: AppConfig = { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 };

/** An app whose assistant does as scripted; `config` overrides `testConfig`. */
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

/** A POST request with a JSON body, or with a string as it is. */
export function post(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** The problem in a response's body, without its request id, which must equal the header's. */
export async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const { requestId, ...problem } = (await response.json()) as Record<string, unknown>;
  expect(requestId).toBe(response.headers.get('X-Request-Id'));
  return problem;
}
