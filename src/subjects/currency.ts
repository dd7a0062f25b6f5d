/** The currencies of the region. Pure. */
import { region } from './region.ts';

/** Whether a word in lower case is a currency's name or code. */
export function isCurrency(lower: string): boolean {
  return region.currencies.some(({ code, words }) => code.toLowerCase() === lower || words.includes(lower));
}
