/** Reads server-sent events in tests: each with its name and its data, which is JSON. */

export interface ServerEvent {
  event: string;
  data: unknown;
}

function parseEvent(block: string): ServerEvent {
  const lines = block.split('\n');
  const field = (name: string) =>
    lines.flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : [])).join('\n');
  return { event: field('event'), data: JSON.parse(field('data')) };
}

/** The events of a body, as they arrive. */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield parseEvent(block);
  }
  if (rest !== '') throw new Error(`The stream ended amid an event: ${rest}`);
}

export async function collectEvents(body: AsyncIterable<Uint8Array> | null): Promise<ServerEvent[]> {
  if (body === null) throw new Error('There is no body to read events from.');
  const events: ServerEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}
