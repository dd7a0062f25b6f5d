/** Clients who ask more than they may, guess tokens, come under another name, or look where only operators may. */
import { type AttackRow, countHeld } from '../family.ts';
import { type Attacked, expectOne, json, post, question, stranger } from './attacked.ts';

const token = 'a-token-of-the-attacks';

export async function batchCalls({ openApp }: Attacked): Promise<AttackRow> {
  const calls = Array.from({ length: 60 }, (_, id) => ({ jsonrpc: '2.0', id, method: 'ping' }));
  const app = openApp({ limits: { rateLimit: 60 } });
  return countHeld('batches of 60 calls at a limit of 60', 'each call counts', [
    expectOne((await app.request('/mcp', post(calls), stranger)).status, 200),
    expectOne((await app.request('/mcp', post(calls), stranger)).status, 429),
    expectOne((await app.request('/v1/ask', post(question), stranger)).status, 429),
  ]);
}

export async function guessTokens({ openApp }: Attacked): Promise<AttackRow> {
  const app = openApp({ tokens: [token] });
  const read = async (own: Record<string, string>) =>
    (await app.request('/v1/documents', { headers: { ...json, ...own } }, stranger)).status;
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
  return countHeld(
    'wrong tokens in the header, the cookie and for pages, then a right one',
    '429 after twenty a minute; who knows one is let in',
    guesses,
  );
}

export async function comeAsAnotherHost({ openApp }: Attacked): Promise<AttackRow> {
  const hosts = ['127.999.0.1', 'evil.example', 'localhost.evil.example'];
  const answers = hosts.map(async (Host) => {
    const { status } = await openApp().request('/v1/documents', { headers: { Host } }, stranger);
    return expectOne(status, 421);
  });
  return countHeld('foreign and impossible hosts', '421', await Promise.all(answers));
}

export async function lookAsOperator({ openApp }: Attacked): Promise<AttackRow> {
  const proxied = { Host: 'reports.example' };
  const behindProxy = openApp({ limits: { host: '127.0.0.1', allowedHosts: [proxied.Host] } });
  const self = { remoteAddress: '127.0.0.1' };
  const answers = await Promise.all(
    ['/metrics', '/docs', '/openapi.json'].flatMap((path) => [
      openApp().request(path, { headers: { Host: 'localhost' } }, stranger),
      behindProxy.request(path, { headers: proxied }, self),
    ]),
  );
  return countHeld(
    "what is for operators, from another's machine or through a proxy",
    '403',
    answers.map(({ status }) => expectOne(status, 403)),
  );
}
