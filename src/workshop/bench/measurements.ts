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

/** An index of generated documents, without the time to generate them. */
export interface ScaleBuildMeasurement {
  buildMs: number;
  indexBytes: number;
}

/** One more document in such an index. */
export interface ScaleAddMeasurement {
  /** Opening the index as an ingest of a named file does. */
  openMs: number;
  /** Writing the document and taking over the others. */
  addMs: number;
  /** Null in a database. */
  writtenBytes: number | null;
}

/** How many of the true nearest passages are looked for, as in the tests of vector search. */
export const recallDepth = 20;

/** The store alone, with the encoder for the questions. */
export interface ScaleSearchMeasurement {
  openMs: number;
  /** Candidates, their vectors, MaxSim and the best passages. */
  p50Ms: number | null;
  p95Ms: number | null;
  /** The same in processor time, which other work on the machine does not lengthen. */
  processorP50Ms: number | null;
  processorP95Ms: number | null;
  /** Of the process without and with the opened store, and after the questions. */
  memory: { beforeBytes: number; openBytes: number; searchedBytes: number };
  /** Share of the `recallDepth` true nearest passages that the store returns. */
  recall: number | null;
}

/** The whole program, with all its networks. */
export interface ScaleAskMeasurement {
  openMs: number;
  p50Ms: number | null;
  p95Ms: number | null;
}

/** One size of index; null for what was not reached. */
export interface ScaleMeasurement {
  passages: number;
  documents: number;
  build: Measured<ScaleBuildMeasurement> | null;
  search: Measured<ScaleSearchMeasurement> | null;
  ask: Measured<ScaleAskMeasurement> | null;
  add: Measured<ScaleAddMeasurement> | null;
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
