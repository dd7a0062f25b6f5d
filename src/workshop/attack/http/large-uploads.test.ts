import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { judgePause, watchWhile } from './large-uploads.ts';

describe('health beside a large upload', () => {
  it('holds where it takes no longer than a question alone and 100 ms', () => {
    const calm = { healthMs: 5, questionMs: 60.4 };
    expect(judgePause({ healthMs: 160, questionMs: 300 }, calm)).toBeNull();
    expect(judgePause({ healthMs: 161, questionMs: 300 }, calm)).toBe(
      'health took 161 ms, a question alone 60 ms',
    );
    expect(judgePause({ healthMs: Number.POSITIVE_INFINITY, questionMs: 300 }, calm)).not.toBeNull();
  });

  it('is asked for while the server is held, and so is a question', async () => {
    const waiting = new Set<string>();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const server = createServer(async ({ url = '' }, response) => {
      waiting.add(url);
      if (waiting.size === 2) setTimeout(release, 150);
      await released;
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const watched = await watchWhile(`http://127.0.0.1:${port}`, { method: 'POST' }, () => released);
    server.close();
    expect([...waiting].sort()).toEqual(['/healthz', '/v1/ask']);
    expect(watched.healthMs).toBeGreaterThan(100);
    expect(watched.questionMs).toBeGreaterThan(100);
    expect(watched.healthMs).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it('does not hold where health is refused', async () => {
    const { healthMs } = await watchWhile('http://127.0.0.1:1', {}, () => wait(5));
    expect(healthMs).toBe(Number.POSITIVE_INFINITY);
  });
});
