/** A network's graph in ONNX Runtime: from the numbers of pieces to hidden states. */
import { loadTransformers } from './load-transformers.ts';

/**
 * Texts go through a graph one at a time, on one thread; an ingest runs several encoders (encoder-pool.ts), and a process that
 * reads much several graphs of the reader (graph-threads.ts).
 * Measured on two cores, 96 passages of 162 tokens, passages a second: one thread 32, two threads 53, batches of 4
 * sorted by length 58, of 8 51. Batches gain 8 % and lose more than that: the int8 model scales its activations over
 * the whole batch, so a text's vector would depend on its neighbours and an incremental ingest would not equal a fresh
 * one. Two threads wait for each other by spinning, which halves their speed on a machine that is busy elsewhere (13
 * passages a second; a question 17 ms instead of 4).
 * The count is given because ONNX Runtime otherwise pins threads to cores, which containers refuse with a warning.
 */
const threads = 1;

/**
 * ONNX Runtime's last level lays out pictures, which a text's network has none of: without it loading takes 58 ms of processor
 * time in place of 73, and the outputs are the same, bit for bit.
 */
const graphOptimizationLevel = 'extended';

/** Where a network's graph is. */
export interface GraphPlace {
  modelsDir: string;
  /** Below `modelsDir`. */
  folder: string;
  /** Values in a hidden state. */
  dimensions: number;
}

export interface Graph {
  /**
   * Last hidden states of one text: pieces x dimensions.
   * @param ids the numbers of its pieces.
   * @param second where the pieces of a second text start; their count where there is none.
   */
  run(ids: BigInt64Array, second: number): Promise<Float32Array>;
}

/** Loads a graph: a tenth of a second of processor time, and its 34 MB. It remembers nothing of what it has read. */
export async function readGraph({ modelsDir, folder, dimensions }: GraphPlace): Promise<Graph> {
  const { AutoModel, Tensor } = await loadTransformers(modelsDir);
  const model = await AutoModel.from_pretrained(folder, {
    dtype: 'q8',
    session_options: {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      graphOptimizationLevel,
    },
  });
  async function runNow(ids: BigInt64Array, second: number): Promise<Float32Array> {
    const row = (values: BigInt64Array) => new Tensor('int64', values, [1, ids.length]);
    const output: { last_hidden_state: { data: unknown } } = await model({
      input_ids: row(ids),
      attention_mask: row(new BigInt64Array(ids.length).fill(1n)),
      token_type_ids: row(new BigInt64Array(ids.length).fill(1n, second)),
    });
    const states = output.last_hidden_state.data;
    if (states instanceof Float32Array && states.length === ids.length * dimensions) return states;
    throw new Error(`${folder}: the model's output has another shape than ${ids.length} x ${dimensions}.`);
  }
  // Each run holds its thread, so runs take turns, between which the process hears of other things.
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(ids, second) {
      const run = last.then(() => runNow(ids, second));
      last = run.catch(() => undefined);
      return run;
    },
  };
}
