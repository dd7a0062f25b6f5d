/** An entailment model without a network: it gives what it is told to, and keeps what it was asked. */
import type { EntailmentModel } from '../seams.ts';

export interface FakeEntailment extends EntailmentModel {
  /** Text and sentence of each call, in order. */
  readonly calls: { text: string; sentence: string }[];
}

/** @param logit what it says of every sentence; by default that it is carried. */
export function createFakeEntailment(logit = 4): FakeEntailment {
  const calls: FakeEntailment['calls'] = [];
  return {
    calls,
    entails: async (text, sentence) => {
      calls.push({ text, sentence });
      return logit;
    },
  };
}
