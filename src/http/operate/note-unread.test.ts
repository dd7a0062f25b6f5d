import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { appWith } from '../../testing/http/test-app.ts';
import { serve } from '../serve.ts';
import { createMetrics } from './metrics.ts';
import { noteUnread } from './note-unread.ts';
import { openLog } from './open-log.ts';

it('has requests that cannot be read in the log and in the counts', async () => {
  const lines: string[] = [];
  const log = openLog({ level: 'info', readable: false, write: (line) => void lines.push(line) });
  const metrics = createMetrics('0.0.0');
  const { app } = appWith({}, { metrics });
  const server = await serve(app, { host: '127.0.0.1', port: 0, onUnread: noteUnread(log, metrics) });
  try {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect(await text(socket)).toContain('HTTP/1.1 431');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', status: 431, code: 'headers-too-large', client: '127.0.0.1', msg: 'request not read' },
    ]);
    const counted = await (await fetch(`${server.url}/metrics`)).text();
    expect(counted).toContain('verse_http_requests_total{method="none",route="none",status="431"} 1');
  } finally {
    await server.close();
  }
});
