/** Hands an answer on while it is made: the passages found, then each verified sentence. Pure. */
import type { Hit } from '../core/types.ts';
import type { Answer, SentenceEvent } from '../wire/types.ts';

/** Whoever follows an answer as it is made. Each call is awaited, so that a slow listener holds the work back. */
export interface AnswerListener {
  /** The passages found, best first, and for what question where it is not the one asked; once, before any sentence is chosen. */
  onHits?: ((hits: readonly Hit[], resolvedQuestion?: string) => void | Promise<void>) | undefined;
  /** One sentence that is verified, in the order of the answer; never for "not found". */
  onSentence?: ((event: SentenceEvent) => void | Promise<void>) | undefined;
}

/** The sentences of an answer as events, unverified ones left out. */
export function sentenceEvents({
  sentences,
  citations,
  groups,
}: Pick<Answer, 'sentences' | 'citations' | 'groups'>): SentenceEvent[] {
  return sentences.flatMap((sentence, index) => {
    if (!sentence.verified) return [];
    const group = groups?.find((one) => one.sentences.includes(index))?.label;
    const cited = citations.filter(({ number }) => sentence.citations.includes(number));
    return [{ sentence, citations: cited, ...(group !== undefined && { group }) }];
  });
}

/**
 * Hands on a whole answer's sentences, one after the other.
 * @throws the reason of `signal`, once that is aborted; and what the listener throws.
 */
export async function announceSentences(
  answer: Pick<Answer, 'sentences' | 'citations' | 'groups'>,
  onSentence: AnswerListener['onSentence'],
  signal?: AbortSignal,
): Promise<void> {
  if (onSentence === undefined) return;
  for (const event of sentenceEvents(answer)) {
    signal?.throwIfAborted();
    await onSentence(event);
  }
}
