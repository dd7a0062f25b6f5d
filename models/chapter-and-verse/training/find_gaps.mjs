/**
 * The gaps of sentences that texts carry, as the product finds them.
 *
 *     python train_cloze.py sentences sentences.jsonl --clones CLONES
 *     node find_gaps.mjs sentences.jsonl gaps.jsonl          (after `npm run build`)
 *
 * A line in: { text, sentence }. A line out: the sentence with its numbers and dates as the text writes them, and its gaps.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

const from = async (path) => import(new URL(`../../../dist/verify/${path}`, import.meta.url));
const { compare } = await from('comparison.js');
const { findGaps } = await from('gaps.js');
const { restateDates } = await from('restate-dates.js');
const { restateNumbers } = await from('restate-numbers.js');

const [, , input, output] = process.argv;
const out = createWriteStream(output);
for await (const line of createInterface({ input: createReadStream(input) })) {
  const { text, sentence } = JSON.parse(line);
  const comparison = compare(sentence, [{ text }]);
  const restated = restateDates(restateNumbers(comparison), comparison.source);
  const gaps = findGaps(text, restated);
  if (gaps.length > 0) out.write(`${JSON.stringify({ text, sentence: restated, gaps })}\n`);
}
out.end();
