/** Keeps what the reader said, for a question that is asked again, within another scope or after a pause. */
import type { AnswerReader, AnswerReading } from '../core/networks.ts';

/** Passages whose reading is kept; each takes about 2 kB. */
const mostKept = 400;

/** A reader that reads each passage together with a question once; what was read longest ago is forgotten first. */
export function rememberAnswers(reader: AnswerReader, most = mostKept): AnswerReader {
  const kept = new Map<string, Promise<AnswerReading>>();
  return {
    ...reader,
    readAnswers(parts, question) {
      const key = JSON.stringify([question, ...parts]);
      const reading = kept.get(key) ?? reader.readAnswers(parts, question);
      // Behind the others, as the latest.
      kept.delete(key);
      kept.set(key, reading);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return reading.catch((error: unknown) => {
        // The network's files may be back.
        if (kept.get(key) === reading) kept.delete(key);
        throw error;
      });
    },
  };
}
