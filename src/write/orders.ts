/** Recognises sentences of a document that address a language model, not the reader. Pure. */
import { ordersToModels } from '../language/en/orders-to-models.ts';

/**
 * Whether a sentence gives instructions to a language model. This is needed because an instruction to write something
 * contains that text, so the check would accept it as a source.
 */
export function isOrder(text: string): boolean {
  return ordersToModels.some((pattern) => pattern.test(text));
}
