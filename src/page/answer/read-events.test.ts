import { describe, expect, it } from 'vitest';
import { readEvents, type ServerEvent } from './read-events.ts';

describe('readEvents', () => {
  async function read(...parts: string[]) {
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const part of parts) controller.enqueue(encoder.encode(part));
        controller.close();
      },
    });
    const events: ServerEvent[] = [];
    for await (const event of readEvents(stream)) events.push(event);
    return events;
  }

  it('reads events however they are cut up, with any line ends', async () => {
    const events = [
      { name: 'hits', data: '{"hits": []}' },
      { name: 'message', data: 'two\nlines é' },
    ];
    const text = 'event: hits\ndata: {"hits": []}\n\n: a comment\n\ndata: two\ndata:lines é\n\n';
    expect(await read(text)).toEqual(events);
    expect(await read(...text)).toEqual(events);
    expect(await read(text.replaceAll('\n', '\r\n'))).toEqual(events);
    expect(await read(...text.replaceAll('\n', '\r\n'))).toEqual(events);
  });

  it('yields no incomplete event', async () => {
    expect(await read('event: done\ndata: {"a"')).toEqual([]);
  });
});
