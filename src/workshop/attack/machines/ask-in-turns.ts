/** Clients that ask several servers in turns, as through a balancer: where one does not answer, the next one is asked. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../processes/program.ts';

/** What became of a question that was asked. */
export interface Asked {
  /** Milliseconds of `performance.now()`, when it was asked, and when it was answered or refused by all. */
  from: number;
  at: number;
  /** `same`: with the answer before; `other`: with another one; `busy`: asked to come again; `refused` by all servers. */
  outcome: 'same' | 'other' | 'busy' | 'refused';
  /** The question with what was answered or refused. */
  told: string;
}

/** Longer than a server lets a question take. */
const patienceMs = 90_000;
/** After a refusal, as a person would. */
const pauseMs = 250;

/** What a question came to; `againMs` is after how long a busy server wants to be asked again. */
export type Told = { answer: string } | { refusal: string; againMs?: number };

async function askOne(url: string, question: string, documents: readonly string[]): Promise<Told> {
  try {
    const response = await fetch(`${url}/v1/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question, documents }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    const again = response.headers.get('Retry-After');
    if (!response.ok) {
      const refusal = `${response.status}: ${text.slice(0, 200)}`;
      return again === null ? { refusal } : { refusal, againMs: 1000 * Number(again) };
    }
    return { answer: JSON.parse(text).answer };
  } catch (error) {
    // What fetch fails by is its cause.
    const cause = error instanceof Error && error.cause !== undefined ? ` (${String(error.cause)})` : '';
    return { refusal: `${String(error)}${cause}` };
  }
}

/** The answer of the first server that gives one, beginning with the one whose turn it is. */
export async function askInTurn(
  servers: readonly Pick<Server, 'url'>[],
  turn: number,
  question: string,
  documents: readonly string[],
): Promise<Told> {
  const refusals: string[] = [];
  let againMs: number | undefined;
  for (let at = 0; at < servers.length; at += 1) {
    const url = servers[(turn + at) % servers.length]?.url();
    if (url === undefined) continue;
    const told = await askOne(url, question, documents);
    if ('answer' in told) return told;
    refusals.push(told.refusal);
    againMs ??= told.againMs;
  }
  const refusal = refusals.length === 0 ? 'no server is there' : refusals.join('; then ');
  return againMs === undefined ? { refusal } : { refusal, againMs };
}

/** Asks until `isOver`, each client one question after the other. @param before the answers, by question. */
export async function askUntil(
  servers: readonly Pick<Server, 'url'>[],
  before: ReadonlyMap<string, string>,
  documents: readonly string[],
  clients: number,
  isOver: () => boolean,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const questions = [...before.keys()];
  let turn = 0;
  async function askOn(): Promise<void> {
    while (!isOver()) {
      const own = turn++;
      const from = performance.now();
      const question = questions[own % questions.length] ?? '';
      const told = await askInTurn(servers, own, question, documents);
      const at = performance.now();
      if ('refusal' in told) {
        const { refusal, againMs } = told;
        asked.push({
          from,
          at,
          outcome: againMs === undefined ? 'refused' : 'busy',
          told: `${question}: ${refusal}`,
        });
        await wait(againMs ?? pauseMs);
        continue;
      }
      const outcome = told.answer === before.get(question) ? 'same' : 'other';
      asked.push({ from, at, outcome, told: `${question}: ${told.answer}` });
    }
  }
  await Promise.all(Array.from({ length: clients }, askOn));
  return asked;
}
