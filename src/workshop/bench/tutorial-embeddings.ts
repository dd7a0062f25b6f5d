/**
 * The embeddings of the tutorial stack: the encoder that ships, through a Transformers.js pipeline, as
 * HuggingFaceTransformersEmbeddings of @langchain/community does it. That class itself does not serve: it imports
 * the library by a name it does not have here (@huggingface/transformers), and it ignores the batch size it is given
 * and puts 512 texts through the model at once (1.1.29: 12 GB of memory and twice to three times the time for this
 * report). So one text at a time, which favours the stack, pooled as the encoder was trained, unit length, and no query
 * instruction, as the class has none.
 */
import { availableParallelism } from 'node:os';
import { Embeddings } from '@langchain/core/embeddings';
import { env, LogLevel, pipeline } from '@xenova/transformers';
import { encoderName } from '../../networks/model-files.ts';

type Extractor = Awaited<ReturnType<typeof pipeline<'feature-extraction'>>>;

export class PipelineEmbeddings extends Embeddings {
  readonly #extract: Extractor;
  readonly #onEncoded: (done: number) => void;
  /** Time spent in `embedDocuments` and `embedQuery` so far. */
  spentMs = 0;

  /** @param onEncoded called with the number of documents encoded. */
  constructor(extract: Extractor, onEncoded: (done: number) => void = () => {}) {
    super({});
    this.#extract = extract;
    this.#onEncoded = onEncoded;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors: number[][] = [];
    for (const text of texts) {
      vectors.push(await this.embedQuery(text));
      this.#onEncoded(vectors.length);
    }
    return vectors;
  }

  override async embedQuery(text: string): Promise<number[]> {
    const started = performance.now();
    const tensor = await this.#extract(text.replaceAll('\n', ' '), { pooling: 'cls', normalize: true });
    const vector = Array.from(tensor.data, Number);
    this.spentMs += performance.now() - started;
    return vector;
  }
}

/** Loads the model with the same number of threads as ours. */
export async function openPipelineEmbeddings(
  modelsDir: string,
  onEncoded?: (done: number) => void,
): Promise<PipelineEmbeddings> {
  env.localModelPath = modelsDir;
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.logLevel = LogLevel.ERROR;
  const extract = await pipeline('feature-extraction', encoderName, {
    dtype: 'q8',
    session_options: {
      intraOpNumThreads: Math.min(4, availableParallelism()),
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    },
  });
  return new PipelineEmbeddings(extract, onEncoded);
}
