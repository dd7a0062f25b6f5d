/** How a question is read before it is looked for: typos mended, and what was read otherwise than written said. Pure. */
import type { Warning } from '../types.ts';
import { respell, type Spelling } from './spelling.ts';

export interface ReadQuestion {
  /** What is analysed, encoded and searched. */
  text: string;
  /** For the asker: what was read otherwise than written. */
  warnings: Warning[];
}

/** Reads a question. @param spelling the documents' words; without them nothing is mended. */
export function readQuestion(text: string, spelling?: Spelling): ReadQuestion {
  return spelling === undefined ? { text, warnings: [] } : respell(text, spelling);
}
