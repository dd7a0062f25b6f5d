/** Runs a network through Transformers.js, which is loaded on first use. */

/**
 * Texts go through the model one at a time, on one thread; an ingest runs several models (encoder-pool.ts).
 * Measured on two cores, 96 passages of 162 tokens, passages a second: one thread 32, two threads 53, batches of 4
 * sorted by length 58, of 8 51. Batches gain 8 % and lose more than that: the int8 model scales its activations over
 * the whole batch, so a text's vector would depend on its neighbours and an incremental ingest would not equal a fresh
 * one. Two threads wait for each other by spinning, which halves their speed on a machine that is busy elsewhere (13
 * passages a second; a question 17 ms instead of 4).
 * The count is given because ONNX Runtime otherwise pins threads to cores, which containers refuse with a warning.
 */
const threads = 1;

export interface LoadedModel {
  tokenize(text: string): string[];
  isWord(word: string): boolean;
  /**
   * Last hidden states of one text: pieces x dimensions.
   * @param second where the pieces of a second text start; by default there is none.
   */
  run(pieces: readonly string[], second?: number): Promise<Float32Array>;
}

/**
 * Loads network and tokenizer of a folder below `modelsDir`.
 * @param dimensions the size of its hidden states.
 */
export async function loadModel(modelsDir: string, folder: string, dimensions: number): Promise<LoadedModel> {
  const { AutoModel, AutoTokenizer, LogLevel, Tensor, env } = await import('@xenova/transformers');
  env.localModelPath = modelsDir;
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.logLevel = LogLevel.ERROR;
  const tokenizer = await AutoTokenizer.from_pretrained(folder);
  const model = await AutoModel.from_pretrained(folder, {
    dtype: 'q8',
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 3 },
  });
  const vocabulary = tokenizer.get_vocab();
  const unknown = BigInt(tokenizer.unk_token_id);
  return {
    tokenize: (text) => tokenizer.tokenize(text),
    isWord: (word) => vocabulary.has(word),
    async run(pieces, second = pieces.length) {
      const ids = pieces.map((piece) => BigInt(vocabulary.get(piece) ?? unknown));
      const row = (values: BigInt64Array) => new Tensor('int64', values, [1, pieces.length]);
      const output: { last_hidden_state: { data: unknown } } = await model({
        input_ids: row(BigInt64Array.from(ids)),
        attention_mask: row(new BigInt64Array(pieces.length).fill(1n)),
        token_type_ids: row(new BigInt64Array(pieces.length).fill(1n, second)),
      });
      const states = output.last_hidden_state.data;
      if (states instanceof Float32Array && states.length === pieces.length * dimensions) return states;
      throw new Error(
        `${folder}: the model's output has another shape than ${pieces.length} x ${dimensions}.`,
      );
    },
  };
}
