/** The one entailment model that ships: reads a text and a sentence together and tells whether the text carries it. */
import type { EntailmentModel } from '../core/networks.ts';
import { entailmentName } from './model-files.ts';
import { openPairNetwork } from './pair-network.ts';

/**
 * The entailment model in `modelsDir`, read when it is first asked.
 * @throws VerseError `model-missing`, `model-damaged`, when asked.
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
