/** Encodes passages, reusing the vectors of an earlier index. */
import { doAtOnce } from '../core/do-at-once.ts';
import type { Encoder } from '../core/networks.ts';
import type { PassageTokens } from '../core/passage-store.ts';
import type { Passage, WorkOptions } from '../core/types.ts';
import { indexedHash, indexedParts } from './indexed-text.ts';
import { toPassageTokens } from './token-vectors.ts';

/** The part of a passage's encoding that an index stores. */
export interface PassageEncoding {
  /** `indexedHash` of encoder and indexed text. */
  hash: string;
  /** Unit length. */
  vector: Float32Array;
  tokens: PassageTokens;
  /** The vocabulary piece of each token. */
  pieces: readonly string[];
}

/** Encodings in the order of the passages, and how many were reused. */
export interface EncodedPassages {
  encodings: PassageEncoding[];
  reused: number;
}

/** Encodes one passage. */
async function encodeOne(encoder: Encoder, parts: readonly string[], hash: string): Promise<PassageEncoding> {
  const encoding = await encoder.encodePassage(parts);
  return { hash, vector: encoding.vector, tokens: toPassageTokens(encoding), pieces: encoding.tokens };
}

export interface EncodeOptions extends WorkOptions {
  /** Encodings to reuse, by hash. */
  reusable?: ReadonlyMap<string, PassageEncoding> | undefined;
}

/**
 * Encodes passages, as many at a time as the encoder takes; those whose hash is in `reusable` cost nothing.
 * Stage: `encode`. @throws the reason of `signal`, while texts that were handed over may still be in the encoder.
 */
export async function encodePassages(
  passages: readonly Passage[],
  encoder: Encoder,
  { reusable, onProgress = () => {}, signal }: EncodeOptions = {},
): Promise<EncodedPassages> {
  let reused = 0;
  let done = 0;
  async function encode(passage: Passage): Promise<PassageEncoding> {
    const parts = indexedParts(passage);
    const hash = indexedHash(encoder.id, parts);
    const known = reusable?.get(hash);
    if (known !== undefined) reused += 1;
    const encoding = known ?? (await encodeOne(encoder, parts, hash));
    done += 1;
    onProgress({ stage: 'encode', done, total: passages.length });
    return encoding;
  }
  // One more than it takes at once, so that the next text is ready.
  const concurrency = (encoder.concurrency ?? 1) > 1 ? (encoder.concurrency ?? 1) + 1 : 1;
  const encodings = await doAtOnce(passages, concurrency, encode, signal);
  return { encodings, reused };
}
