/** The entailment model that ships: tells whether a text supports a sentence. */
import type { EntailmentModel } from '../core/networks.ts';
import { entailmentName } from './model-files.ts';
import { openPairNetwork } from './pair-network.ts';

/**
 * The entailment model in `modelsDir`, loaded on first use.
 * @throws VerseError `model-missing`, `model-damaged`, on use.
 */
export function openEntailmentModel(modelsDir: string): EntailmentModel {
  const open = openPairNetwork(modelsDir, entailmentName, 'entailment');
  return {
    async entails(text, sentence) {
      const network = await open();
      const { ofBoth } = await network.read(network.tokenize(text), network.tokenize(sentence));
      return ofBoth;
    },
  };
}
