/** Sentences of a document that are meant for a language model, not for a reader. Pure. */
import { ordersToModels } from '../language/en/orders-to-models.ts';

/**
 * Whether a sentence gives orders to a language model. The marks around quotations and the check of what was written do
 * not need it, but for one thing: an order to write something holds what it orders, word for word, so the check would
 * take it for the source of that.
 */
export function isOrder(text: string): boolean {
  return ordersToModels.some((pattern) => pattern.test(text));
}
