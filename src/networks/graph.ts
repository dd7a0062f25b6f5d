/** A network's graph in ONNX Runtime: from the numbers of pieces to hidden states. */
import { weightsFile } from './card.ts';
import type { GraphPlace } from './graph-place.ts';
import { findKeptGraph, keepGraph } from './kept-graphs.ts';
import { loadTransformers } from './load-transformers.ts';
import { checkFile } from './model-files.ts';
import { InferenceSession, Tensor } from './onnx-runtime.ts';

/**
 * Texts go through a graph one at a time; an ingest runs several encoders (encoder-pool.ts), and a process that reads much several
 * graphs of the reader (graph-threads.ts), each on one thread.
 * Measured on two cores, 96 passages of 162 tokens, passages a second: one thread 32, two threads 53, batches of 4
 * sorted by length 58, of 8 51. Batches gain 8 % and lose more than that: the int8 model scales its activations over
 * the whole batch, so a text's vector would depend on its neighbours and an incremental ingest would not equal a fresh
 * one. Two threads in one graph that wait for each other by spinning halve their speed on a machine that is busy elsewhere (13
 * passages a second; a question 17 ms instead of 4), so they wait without. What they compute is the same, bit for bit.
 * The count is given because ONNX Runtime otherwise pins threads to cores, which containers refuse with a warning.
 */
function optionsOf({ threads = 1 }: GraphPlace) {
  return { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: errorsAlone } as const;
}

const errorsAlone = 3;
const withoutSpinning = { intra_op: { allow_spinning: '0' } } as const;

/**
 * ONNX Runtime's last level lays out pictures, which a text's network has none of: without it loading takes 58 ms of processor
 * time in place of 73, and the outputs are the same, bit for bit.
 */
const graphOptimizationLevel = 'extended';

export interface Graph {
  /**
   * Last hidden states of one text: pieces x dimensions.
   * @param ids the numbers of its pieces.
   * @param second where the pieces of a second text start; their count where there is none.
   */
  run(ids: BigInt64Array, second: number): Promise<Float32Array>;
}

/** A value for each piece of a text. */
interface Inputs {
  input_ids: BigInt64Array;
  attention_mask: BigInt64Array;
  token_type_ids: BigInt64Array;
}

/** Gives the hidden states as ONNX Runtime has them. */
type Session = (inputs: Inputs) => Promise<unknown>;

/** Each input in a tensor of one row. */
function toRows<Row>(inputs: Inputs, toRow: (values: BigInt64Array, sizes: number[]) => Row) {
  const row = (values: BigInt64Array) => toRow(values, [1, values.length]);
  return {
    input_ids: row(inputs.input_ids),
    attention_mask: row(inputs.attention_mask),
    token_type_ids: row(inputs.token_type_ids),
  };
}

/** Reads the network's file. @param keptAs where to write the graph as it is run. */
async function readNetwork(place: GraphPlace, keptAs?: string): Promise<Session> {
  const { modelsDir, folder } = place;
  const { AutoModel, Tensor: OwnTensor } = await loadTransformers(modelsDir);
  const model = await AutoModel.from_pretrained(folder, {
    dtype: 'q8',
    session_options: {
      ...optionsOf(place),
      graphOptimizationLevel,
      extra: { session: { ...withoutSpinning, save_model_format: 'ORT' } },
      ...(keptAs !== undefined && { optimizedModelFilePath: keptAs }),
    },
  });
  return async (inputs) => {
    const output: { last_hidden_state: { data: unknown } } = await model(
      toRows(inputs, (values, sizes) => new OwnTensor('int64', values, sizes)),
    );
    return output.last_hidden_state.data;
  };
}

/** Maps a kept graph into memory: its weights are read from there. */
async function openKept(path: string, place: GraphPlace): Promise<Session> {
  const session = await InferenceSession.create(path, {
    ...optionsOf(place),
    graphOptimizationLevel: 'disabled',
    extra: {
      session: {
        ...withoutSpinning,
        load_model_format: 'ORT',
        use_memory_mapped_ort_model: '1',
        use_ort_model_bytes_for_initializers: '1',
      },
    },
  });
  return async (inputs) => {
    const output = await session.run(toRows(inputs, (values, sizes) => new Tensor('int64', values, sizes)));
    return output.last_hidden_state?.data;
  };
}

async function openSession(place: GraphPlace): Promise<Session> {
  const kept = await findKeptGraph(place);
  const opened = kept === undefined ? undefined : await openKept(kept, place).catch(() => undefined);
  if (opened !== undefined) return opened;
  await checkFile(place.modelsDir, place.folder, weightsFile, place.weights);
  return keepGraph(place, (keptAs) => readNetwork(place, keptAs));
}

/**
 * Loads a graph: 30 ms of processor time where it was kept, else a tenth of a second. It remembers nothing of what it has read.
 * @throws VerseError `model-missing`, `model-damaged` where the network's file is not as its card says; Error where it does not load.
 */
export async function readGraph(place: GraphPlace): Promise<Graph> {
  const { folder, dimensions } = place;
  const session = await openSession(place);
  async function runNow(ids: BigInt64Array, second: number): Promise<Float32Array> {
    const states = await session({
      input_ids: ids,
      attention_mask: new BigInt64Array(ids.length).fill(1n),
      token_type_ids: new BigInt64Array(ids.length).fill(1n, second),
    });
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
