/** The networks that read a sentence beside a text, each opened when it is first asked. */
import type { Readers } from '../core/networks.ts';
import { openClozeModel } from './cloze.ts';
import { openEntailmentModel } from './entailment.ts';

export const openReaders = (modelsDir: string): Readers => ({
  entailment: openEntailmentModel(modelsDir),
  cloze: openClozeModel(modelsDir),
});
