import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { AppEnv } from '../app-options.ts';
import { HttpProblem } from '../respond/problem.ts';
import { limitConcurrency } from './limit-concurrency.ts';

/** An app whose work ends when it is told to, by a clock that the test sets. */
function held() {
  const clock = { ms: 0 };
  const ends: (() => void)[] = [];
  const app = new Hono<AppEnv>();
  app.use(limitConcurrency({ maxConcurrent: 50 }, { now: () => clock.ms }));
  app.onError((error) =>
    error instanceof HttpProblem
      ? new Response(error.detail, { status: error.status, headers: error.extras.headers ?? {} })
      : new Response(null, { status: 500 }),
  );
  app.post('/ask', async (context) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    return context.text('answered');
  });
  app.post('/write', async (context) => {
    context.get('leaveQueue')?.();
    await new Promise<void>((resolve) => ends.push(resolve));
    return context.text('written');
  });
  const send = (path: string) => app.request(path, { method: 'POST' });
  /** Answers so many one after the other, each in the time given. */
  const answer = async (count: number, ms: number) => {
    for (let done = 0; done < count; done += 1) {
      const open = send('/ask');
      await Promise.resolve();
      clock.ms += ms;
      ends.pop()?.();
      expect((await open).status).toBe(200);
    }
  };
  return { clock, ends, send, answer };
}

describe('the queue', () => {
  it('takes as many as are answered within a second, and sheds the rest with the seconds to wait', async () => {
    const { ends, send, answer } = held();
    await answer(60, 100);
    const open = Array.from({ length: 11 }, () => send('/ask'));
    const refused = await send('/ask');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '2']);
    expect(await refused.text()).toBe('Those before would take 2 s. Ask again then.');
    for (const end of ends) end();
    for (const one of open) expect((await one).status).toBe(200);
  });

  it('is not of those that wait for a language model', async () => {
    const { ends, send, answer } = held();
    await answer(60, 100);
    const open = Array.from({ length: 30 }, () => send('/write'));
    await Promise.resolve();
    const asked = send('/ask');
    await Promise.resolve();
    expect(ends).toHaveLength(31);
    for (const end of ends) end();
    expect((await asked).status).toBe(200);
    for (const one of open) expect((await one).status).toBe(200);
  });

  it('is as long as the machine is fast', async () => {
    const { ends, send, answer } = held();
    await answer(60, 5);
    const open = Array.from({ length: 50 }, () => send('/ask'));
    expect((await send('/ask')).status).toBe(503);
    for (const end of ends) end();
    for (const one of open) expect((await one).status).toBe(200);
  });
});
