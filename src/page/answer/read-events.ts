/** Reads server-sent events from a response (https://html.spec.whatwg.org/multipage/server-sent-events.html). */

export interface ServerEvent {
  name: string;
  data: string;
}

/** One event from its lines; null for a comment or a lone field. */
function toEvent(block: string): ServerEvent | null {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length > 0 ? { name, data: data.join('\n') } : null;
}

/** Yields each event once it is complete. Event ids and retry times are ignored. */
export async function* readEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      text += decoder.decode(value, { stream: !done });
      // A carriage return at the end may be half of a line break.
      const usable = done || !text.endsWith('\r') ? text : text.slice(0, -1);
      const blocks = usable.replace(/\r\n?/g, '\n').split('\n\n');
      text = (blocks.pop() ?? '') + text.slice(usable.length);
      for (const block of blocks) {
        const event = toEvent(block);
        if (event !== null) yield event;
      }
      if (done) return;
    }
  } finally {
    await reader.cancel();
  }
}
