/** Removes a model's thinking from its reply. Pure. */

const opening = '<think>';
const closing = '</think>';

/** The pieces of a reply without a leading block of thoughts, as Qwen and DeepSeek models write. */
export async function* dropThinking(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let held = '';
  let isAnswering = false;
  for await (const piece of pieces) {
    if (isAnswering) {
      yield piece;
      continue;
    }
    held += piece;
    const start = held.trimStart();
    if (start.startsWith(opening)) {
      const end = start.indexOf(closing);
      if (end < 0) continue;
      held = start.slice(end + closing.length);
    } else if (opening.startsWith(start)) continue;
    isAnswering = true;
    yield held;
  }
  if (!isAnswering && !held.trimStart().startsWith(opening)) yield held;
}
