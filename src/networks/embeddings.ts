/** The encoder as LangChain `Embeddings`, for its vector stores and retrievers. */
import { Embeddings } from '@langchain/core/embeddings';
import type { Encoder } from '../core/networks.ts';

/** Passage and question vectors of an `Encoder`, as LangChain `Embeddings`. */
export class LocalEmbeddings extends Embeddings {
  readonly #encoder: Encoder;

  constructor(encoder: Encoder) {
    super({});
    this.#encoder = encoder;
  }

  /** Unit vectors of the texts, one at a time: batches are no faster (see encoder.ts). */
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) vectors.push(Array.from((await this.#encoder.encodePassage([text])).vector));
    return vectors;
  }

  /** The question's unit vector, encoded with the query instruction. */
  override async embedQuery(text: string): Promise<number[]> {
    return Array.from((await this.#encoder.encodeQuery(text)).vector);
  }
}
