/** Which sentences of an answer answer, and which stand around these. Pure. */
import type { Answer } from './types.ts';

/** What is written above the sentences that stand around those that answer. */
export const aroundTitle = 'More around it';

/** Whether the sentence at a place stands around those that answer. */
export function isAround({ lead }: Pick<Answer, 'lead'>, index: number): boolean {
  return lead !== undefined && !lead.includes(index);
}
