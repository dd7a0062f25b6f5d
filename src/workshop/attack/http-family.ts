/** Attacks by rude clients on a server of the user's index. */
import { request } from 'node:http';
import { openAssistant } from '../../assistant/assistant.ts';
import { createApp } from '../../http/app.ts';
import { serve } from '../../http/serve.ts';
import { type AttackFamily, type AttackSettings, countHeld } from './family.ts';
import { repeatedSigns } from './hostile-texts.ts';
import { sendLarge } from './large-uploads.ts';

const question = { question: 'Which companies did Sweden ban from 5G networks in 2020?' };
const json = {
  'Content-Type': 'application/json',
  Accept: 'application/json, text/event-stream',
  Host: 'localhost',
};
const post = (body: unknown) => ({ method: 'POST', headers: json, body: JSON.stringify(body) });
const token = 'a-token-of-the-attacks';

/** Null where it is one of those, else what came instead. */
const expectOne = (status: number | undefined, ...wanted: number[]): string | null =>
  status !== undefined && wanted.includes(status) ? null : `${status} instead of ${wanted.join(' or ')}`;

/** Questions at once, each over a connection of its own, and a probe behind them, which must not wait for all of them. */
async function overload(url: string): Promise<(string | null)[]> {
  let answered = 0;
  const questions = Array.from({ length: 300 }, async () => {
    const { status, headers } = await fetch(`${url}/v1/ask`, post(question));
    if (status === 200) answered += 1;
    const isTold = status !== 503 || headers.has('Retry-After');
    return isTold ? expectOne(status, 200, 503) : '503 without Retry-After';
  });
  const probe = fetch(`${url}/healthz`).then(() => answered);
  const results = await Promise.all(questions);
  return [...results, (await probe) < answered ? null : 'the probe waited for all questions'];
}

export const httpFamily: AttackFamily = {
  name: 'http',
  title: 'Rude clients',
  needsIndex: true,
  about:
    'Held: each request is answered or refused with its status and a sentence, who waits his turn is answered, nobody ' +
    'asks more than the limit, and health never waits for more than a question and 100 ms.',
  attack: async (settings: AttackSettings) => {
    const { config, onProgress, signal } = settings;
    const assistant = await openAssistant(config);
    const openApp = (more: { tokens?: string[]; limits?: Partial<typeof config> } = {}) =>
      createApp({
        assistant: () => assistant,
        config: { ...config, host: '0.0.0.0', ...more.limits },
        renderPage: () => Promise.reject(new Error('No pictures are drawn.')),
        version: '0',
        ...(more.tokens && { tokens: more.tokens }),
      });
    const from = { remoteAddress: '192.0.2.7' };
    const server = await serve(openApp({ limits: { rateLimit: 0 } }), { host: '127.0.0.1', port: 0 });
    const half = Array.from({ length: 64 }, () => {
      const sending = request(`${server.url}/v1/ask`, { method: 'POST', headers: json });
      sending.on('error', () => undefined);
      sending.write('{"question": ');
      return sending;
    });
    try {
      const ask = async () => expectOne((await fetch(`${server.url}/v1/ask`, post(question))).status, 200);
      const between = [await ask(), await ask(), await ask()];
      const crowd = await overload(server.url);
      const repeated: (string | null)[] = [];
      for (const [index, sign] of repeatedSigns.entries()) {
        signal?.throwIfAborted();
        onProgress?.({ stage: 'http', done: index, total: repeatedSigns.length });
        for (const length of [1900, 10_000, 60_000]) {
          const long = post({ question: sign.repeat(length / sign.length) });
          const { status } = await fetch(`${server.url}/v1/ask`, long);
          repeated.push(expectOne(status, 200, 400, 413));
        }
      }
      const calls = Array.from({ length: 60 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'ping' }));
      const limited = openApp({ limits: { rateLimit: 60 } });
      const batches = [
        expectOne((await limited.request('/mcp', post(calls), from)).status, 200),
        expectOne((await limited.request('/mcp', post(calls), from)).status, 429),
        expectOne((await limited.request('/v1/ask', post(question), from)).status, 429),
      ];
      const guarded = openApp({ tokens: [token] });
      const read = async (own: Record<string, string>) =>
        (await guarded.request('/v1/documents', { headers: { ...json, ...own } }, from)).status;
      const guesses: (string | null)[] = [];
      for (let guess = 0; guess < 40; guess += 1) {
        const sent = `guess-${guess}`;
        const ways = [
          { Authorization: `Bearer ${sent}` },
          { Authorization: `Bearer ${sent}`, Accept: 'text/html' },
          { Cookie: `verse=${sent}` },
        ];
        guesses.push(expectOne(await read(ways[guess % ways.length] ?? {}), guess < 20 ? 401 : 429));
      }
      guesses.push(expectOne(await read({ Authorization: `Bearer ${token}` }), 200));
      const hosts = await Promise.all(
        ['127.999.0.1', 'evil.example', 'localhost.evil.example'].map(async (Host) =>
          expectOne((await openApp().request('/v1/documents', { headers: { Host } }, from)).status, 421),
        ),
      );
      const proxied = { Host: 'reports.example' };
      const named = openApp({ limits: { host: '127.0.0.1', allowedHosts: [proxied.Host] } });
      const own = { remoteAddress: '127.0.0.1' };
      const operators = await Promise.all(
        ['/metrics', '/docs', '/openapi.json'].flatMap((path) => [
          openApp().request(path, { headers: { Host: 'localhost' } }, from),
          named.request(path, { headers: proxied }, own),
        ]),
      );
      const [report] = await assistant.documents();
      const large = await sendLarge(settings, await assistant.file(report?.id ?? ''), post(question));
      return [
        countHeld(
          'questions behind 64 half-sent bodies',
          'a body is read before its place is taken',
          between,
        ),
        countHeld(
          '300 questions at once, and a probe',
          'answered, or refused with Retry-After; the probe does not wait for them',
          crowd,
        ),
        countHeld('questions of one sign, 2 to 60 kB', 'answered, or refused with a sentence', repeated),
        countHeld('batches of 60 calls at a limit of 60', 'each call counts', batches),
        countHeld(
          'wrong tokens in the header, the cookie and for pages, then a right one',
          '429 after twenty a minute; who knows one is let in',
          guesses,
        ),
        countHeld('foreign and impossible hosts', '421', hosts),
        countHeld(
          "what is for operators, from another's machine or through a proxy",
          '403',
          operators.map(({ status }) => expectOne(status, 403)),
        ),
        large,
      ];
    } finally {
      for (const sending of half) sending.destroy();
      await server.close();
      await assistant.close();
    }
  },
};
