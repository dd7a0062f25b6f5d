/** How seldom a rule settles a sentence wrongly: of supported sentences by authors who knew none of the rules. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkSentence } from '../../verify/checks/check-sentence.ts';
import { readTriples } from '../evaluate/sentences/verify-format.ts';

/** Passages of the report may take it for granted. */
const subjects = ['China'];

it.each([
  ['verify-more.jsonl', 0.005],
  ['verify-held.jsonl', 0.01],
  ['verify-late.jsonl', 0.01],
])('supported sentences of %s are refused for certain in at most %f of the cases', async (name, most) => {
  const triples = await readTriples(fileURLToPath(new URL(`../../../evals/${name}`, import.meta.url)));
  const supported = triples.filter(({ verdict }) => verdict === 'supported');
  const refused = supported.filter(({ sentence, passage: text, chapter }) =>
    checkSentence(sentence, [{ text, chapter, subjects }]).some(({ isCertain }) => isCertain),
  );
  expect(supported.length).toBeGreaterThan(100);
  expect(refused.length / supported.length).toBeLessThanOrEqual(most);
});
