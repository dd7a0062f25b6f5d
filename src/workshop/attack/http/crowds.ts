/** Many requests at once, half-sent ones, and long ones. */
import { request } from 'node:http';
import type { WorkOptions } from '../../../core/types.ts';
import { type AttackRow, countHeld } from '../family.ts';
import { repeatedSigns } from '../hostile-texts.ts';
import { type Attacked, expectOne, json, post, question } from './attacked.ts';

/** Runs while 64 questions are half sent. */
export async function besideHalfSent<T>(url: string, run: () => Promise<T>): Promise<T> {
  const half = Array.from({ length: 64 }, () => {
    const sending = request(`${url}/v1/ask`, { method: 'POST', headers: json });
    sending.on('error', () => undefined);
    sending.write('{"question": ');
    return sending;
  });
  try {
    return await run();
  } finally {
    for (const sending of half) sending.destroy();
  }
}

export async function askBehindHalfSent({ url }: Attacked): Promise<AttackRow> {
  const ask = async () => expectOne((await fetch(`${url}/v1/ask`, post(question))).status, 200);
  const asked = [await ask(), await ask(), await ask()];
  return countHeld('questions behind 64 half-sent bodies', 'a body is read before its place is taken', asked);
}

/** Questions over a connection each, and a probe behind them, which must not wait for all of them. */
export async function askAtOnce({ url }: Attacked): Promise<AttackRow> {
  let answered = 0;
  const questions = Array.from({ length: 300 }, async () => {
    const { status, headers } = await fetch(`${url}/v1/ask`, post(question));
    if (status === 200) answered += 1;
    const isTold = status !== 503 || headers.has('Retry-After');
    return isTold ? expectOne(status, 200, 503) : '503 without Retry-After';
  });
  const probe = fetch(`${url}/healthz`).then(() => answered);
  const results = await Promise.all(questions);
  return countHeld(
    '300 questions at once, and a probe',
    'answered, or refused with Retry-After; the probe does not wait for them',
    [...results, (await probe) < answered ? null : 'the probe waited for all questions'],
  );
}

export async function askRepeatedSigns(
  { url }: Attacked,
  { onProgress, signal }: WorkOptions,
): Promise<AttackRow> {
  const asked: (string | null)[] = [];
  for (const [index, sign] of repeatedSigns.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ stage: 'http', done: index, total: repeatedSigns.length });
    for (const length of [1900, 10_000, 60_000]) {
      const long = post({ question: sign.repeat(length / sign.length) });
      const { status } = await fetch(`${url}/v1/ask`, long);
      asked.push(expectOne(status, 200, 400, 413));
    }
  }
  return countHeld('questions of one sign, 2 to 60 kB', 'answered, or refused with a sentence', asked);
}
