/** Where a network's graph is. */
export interface GraphPlace {
  modelsDir: string;
  /** Below `modelsDir`. */
  folder: string;
  /** The SHA-256 of its file, by its card. */
  weights: string;
  /** Values in a hidden state. */
  dimensions: number;
  /** Where it is kept as it is run; nowhere by default. */
  cacheDir?: string | undefined;
  /** How many threads share the work on a text; one by default. */
  threads?: number;
}
