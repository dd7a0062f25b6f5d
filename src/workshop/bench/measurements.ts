/** What the child processes measure: plain values, sent to the parent as JSON. */

/** Reading a PDF into an index, from nothing. */
export interface IngestMeasurement {
  /** Opening the PDF and cutting its text into passages. */
  readMs: number;
  /** From text to vectors, loading the model included. */
  encodeMs: number;
  /** Building the index and writing it. */
  writeMs: number;
  passages: number;
  indexBytes: number;
}

/** One question, timed once. */
export interface AskedQuestion {
  id: string;
  /** From the question to what the caller gets. */
  totalMs: number;
  encodeMs: number;
  searchMs: number;
  /** Null for a stack that chooses no sentences. */
  selectMs: number | null;
  /** Share of the evidence within the first five passages, by letters alone; see evidence.ts. */
  found: number;
  /** The same, letter for letter: what could be quoted. */
  foundVerbatim: number;
  /** Whether all facts are in what the caller gets; null where the question has none. */
  hasFacts: boolean | null;
  /** Words of what the caller gets. */
  words: number;
}

export interface AskMeasurement {
  /** Loading the index and the model. */
  openMs: number;
  questions: AskedQuestion[];
}

/** Pages drawn one after the other in a fresh process, each for the first time. */
export interface PicturesMeasurement {
  pages: { ms: number; bytes: number }[];
}

/** One function, called again and again. */
export interface MicroMeasurement {
  label: string;
  p50Ms: number;
  p99Ms: number;
  /** Calls that were timed. */
  calls: number;
}

/** An index of generated passages: generating them is not in it. */
export interface ScaleBuildMeasurement {
  buildMs: number;
  indexBytes: number;
}

/** How many of the true nearest passages are looked for: as many as in the tests of the graph. */
export const recallDepth = 20;

export interface ScaleAskMeasurement {
  /** Loading the index and the model. */
  openMs: number;
  p50Ms: number | null;
  p95Ms: number | null;
  /** Share of the `recallDepth` true nearest passages that the vector index gives. */
  recall: number | null;
}

/** One size of index. */
export interface ScaleMeasurement {
  passages: number;
  /** Null where it could not be built. */
  build: Measured<ScaleBuildMeasurement> | null;
  /** Null where it could not be built or opened. */
  ask: Measured<ScaleAskMeasurement> | null;
  /** Why not; null where it could. */
  problem: string | null;
}

/** A child's result with what its process took. */
export interface Measured<T> {
  output: T;
  /** From starting the process to its result. */
  wallMs: number;
  /** Most memory the process held at once. */
  peakBytes: number;
}
