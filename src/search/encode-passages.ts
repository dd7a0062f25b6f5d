/** Vectors for passages, made anew or taken from an earlier index. */
import type { Encoder, PassageTokens } from '../seams.ts';
import type { OnProgress, Passage } from '../types.ts';
import { indexedHash, indexedParts } from './indexed-text.ts';
import { toPassageTokens } from './token-vectors.ts';

/** What an index keeps of a passage's encoding. */
export interface PassageEncoding {
  /** `indexedHash` of encoder and indexed text. */
  hash: string;
  /** Unit length. */
  vector: Float32Array;
  tokens: PassageTokens;
  /** The vocabulary piece of each token. */
  pieces: readonly string[];
}

/** Encodings in the order of the passages, and how many of them were not made anew. */
export interface EncodedPassages {
  encodings: PassageEncoding[];
  reused: number;
}

/** Encodes passages one at a time; those whose hash is in `reusable` cost nothing. Stage: `encode`. */
export async function encodePassages(
  passages: readonly Passage[],
  encoder: Encoder,
  reusable: ReadonlyMap<string, PassageEncoding> = new Map(),
  onProgress: OnProgress = () => {},
): Promise<EncodedPassages> {
  const encodings: PassageEncoding[] = [];
  let reused = 0;
  for (const passage of passages) {
    const parts = indexedParts(passage);
    const hash = indexedHash(encoder.id, parts);
    const known = reusable.get(hash);
    if (known) {
      encodings.push(known);
      reused += 1;
    } else {
      const encoding = await encoder.encodePassage(parts);
      encodings.push({
        hash,
        vector: encoding.vector,
        tokens: toPassageTokens(encoding),
        pieces: encoding.tokens,
      });
    }
    onProgress({ stage: 'encode', done: encodings.length, total: passages.length });
  }
  return { encodings, reused };
}
