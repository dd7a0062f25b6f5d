/** An encoder that remembers: sentences of a text are held against the same few passages, each of them several times. */
import type { Encoder } from '../seams.ts';
import type { Encoding } from '../types.ts';

/** Of about 200 kB each. */
const remembered = 64;

/** The same encoder; the latest encodings of passages are kept. They are shared: nobody may change one. */
export function rememberEncodings(encoder: Encoder, count = remembered): Encoder {
  const kept = new Map<string, Promise<Encoding>>();
  return {
    ...encoder,
    encodePassage: (parts) => {
      const key = JSON.stringify(parts);
      const encoding = kept.get(key) ?? encoder.encodePassage(parts);
      kept.delete(key);
      kept.set(key, encoding);
      // What failed is tried again.
      encoding.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > count && oldest !== undefined) kept.delete(oldest);
      return encoding;
    },
  };
}
