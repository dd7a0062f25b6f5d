/** What reads a sentence together with a text: the heads of one network, which is loaded on first use. */
import type { Readers } from '../core/networks.ts';
import { createAnswerReader } from './answer-reader.ts';
import { createClozeModel } from './cloze.ts';
import { createEntailmentModel } from './entailment.ts';
import { readerName } from './model-files.ts';
import { openPairNetwork } from './pair-network.ts';
import { rememberAnswers } from './remember-answers.ts';
import type { Loading } from './transformer.ts';

/** @returns throws VerseError `model-missing`, `model-damaged`, on use. */
export function openReaders(modelsDir: string, loading?: Loading): Readers {
  const open = openPairNetwork(modelsDir, readerName, loading);
  // Whoever asks it hears of a failure.
  if (loading?.readerApart) open().catch(() => undefined);
  return {
    entailment: createEntailmentModel(open),
    cloze: createClozeModel(open),
    answers: rememberAnswers(createAnswerReader(open)),
  };
}
