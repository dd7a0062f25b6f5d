/** Notices an encoder that runs but reads its model wrongly. */
import { VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';

/**
 * Two texts whose cosine tells the poolings apart: -.011 from [CLS], -.075 from the mean of the tokens. The
 * tolerance leaves room for processors without VNNI, where int8 products may saturate (not measured).
 */
const knownPair = {
  texts: [
    'The plant in Kotka has not been opened.',
    'Universities publish guidelines on cooperation with China.',
  ],
  cosine: -0.011,
  tolerance: 0.02,
} as const;

/**
 * Encodes two known sentences and compares their cosine with the known one; 10 ms.
 * @throws VerseError `model-damaged` where it differs: wrong pooling, no normalising, another model.
 */
export async function selfTest(encoder: Encoder): Promise<void> {
  const [first, second] = knownPair.texts;
  const left = (await encoder.encodePassage([first])).vector;
  const right = (await encoder.encodePassage([second])).vector;
  const cosine = left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  if (Math.abs(cosine - knownPair.cosine) <= knownPair.tolerance) return;
  throw new VerseError(
    'model-damaged',
    `${encoder.id}: two known sentences have the cosine ${cosine.toFixed(3)}, not ${knownPair.cosine}.`,
    'Restore the encoder with `git checkout models`, and the packages with `npm ci`.',
  );
}
