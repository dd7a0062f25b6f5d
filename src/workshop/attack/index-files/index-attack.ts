/** What the attacks on an index are made with. */
import type { WorkOptions } from '../../../core/types.ts';
import type { ExpectedIndex } from '../../../store/index-home.ts';

export interface IndexAttack extends WorkOptions {
  /** It is copied, and not changed. */
  indexDir: string;
  expected: ExpectedIndex;
  seed: number;
  /** Bits flipped in each file. */
  flips: number;
  /** 1 kills a write at each of its steps, 3 at each third. */
  stepsBetween: number;
  /** How many passages are written, before and by the attacked writes: few, so that many writes take little time. */
  passageCounts: { before: number; after: number };
  /** The script of the process that opens; replaced by tests. */
  worker?: string;
}
