/** The child processes' measurements, sent to the parent as JSON. */

/** Ingesting a PDF into a new index. */
export interface IngestMeasurement {
  /** From the PDF to passages. */
  readMs: number;
  /** From text to vectors, including loading the model. */
  encodeMs: number;
  /** Building the index and writing it. */
  writeMs: number;
  passages: number;
  indexBytes: number;
}

/** One question, timed once. */
export interface AskedQuestion {
  id: string;
  /** From the question to the result. */
  totalMs: number;
  encodeMs: number;
  searchMs: number;
  /** Null for a stack that does not choose sentences. */
  selectMs: number | null;
  /** Share of the evidence within the first five passages, by letters alone; see evidence.ts. */
  found: number;
  /** The same, literally: what could be quoted. */
  foundVerbatim: number;
  /** Whether the result contains all facts; null if the question has none. */
  hasFacts: boolean | null;
  /** Words of the result. */
  words: number;
}

export interface AskMeasurement {
  /** Loading the index and the model. */
  openMs: number;
  questions: AskedQuestion[];
}

/** Pages drawn in a fresh process, each for the first time. */
export interface PicturesMeasurement {
  pages: { ms: number; bytes: number }[];
}

/** A server at rest, and under more questions than it can answer. */
export interface LoadMeasurement {
  /** From each question to its answer, one after the other. */
  idleMs: number[];
  /** Under load, of those answered and of those refused as busy. */
  answeredMs: number[];
  refusedMs: number[];
  /** All questions under load. */
  sent: number;
}

/** A server under half of what it can take. */
export interface SoakMeasurement {
  minutes: number;
  /** How many requests ended with which status. */
  statuses: Record<string, number>;
  /** Memory of the process once it was warm, and at the end: medians of a quarter of the time. */
  beforeBytes: number;
  afterBytes: number;
}

/** One function, called repeatedly. */
export interface MicroMeasurement {
  label: string;
  p50Ms: number;
  p99Ms: number;
  /** Calls that were timed. */
  calls: number;
}

/** An index of generated passages, without the time to generate them. */
export interface ScaleBuildMeasurement {
  buildMs: number;
  indexBytes: number;
}

/** How many of the true nearest passages are looked for, as in the graph's tests. */
export const recallDepth = 20;

export interface ScaleAskMeasurement {
  /** Loading the index and the model. */
  openMs: number;
  p50Ms: number | null;
  p95Ms: number | null;
  /** Share of the `recallDepth` true nearest passages that the vector index returns. */
  recall: number | null;
}

/** One size of index. */
export interface ScaleMeasurement {
  passages: number;
  /** Null if it could not be built. */
  build: Measured<ScaleBuildMeasurement> | null;
  /** Null if it could not be built or opened. */
  ask: Measured<ScaleAskMeasurement> | null;
  /** Why it failed; null if it did not. */
  problem: string | null;
}

/** A child's result with its process's time and memory. */
export interface Measured<T> {
  output: T;
  /** From starting the process to its result. */
  wallMs: number;
  /** Peak memory of the process. */
  peakBytes: number;
}
