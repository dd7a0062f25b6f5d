/** The networks that read a sentence together with a text, each opened on first use. */
import type { Readers } from '../core/networks.ts';
import { openClozeModel } from './cloze.ts';
import { openEntailmentModel } from './entailment.ts';

export const openReaders = (modelsDir: string): Readers => ({
  entailment: openEntailmentModel(modelsDir),
  cloze: openClozeModel(modelsDir),
});
