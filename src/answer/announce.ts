/** Announces an answer while it is made: the passages found, then each verified sentence. Pure. */
import type { Hit } from '../core/types.ts';
import { isAround } from '../wire/lead.ts';
import type { Answer, SentenceEvent } from '../wire/types.ts';

/** A listener to an answer in the making. Each call is awaited, so a slow listener slows the work down. */
export interface AnswerListener {
  /** The passages found, best first, and the question if it was resolved; called once, before sentences are chosen. */
  onHits?: ((hits: readonly Hit[], resolvedQuestion?: string) => void | Promise<void>) | undefined;
  /** A verified sentence, in the order of the answer; never called for "not found". */
  onSentence?: ((event: SentenceEvent) => void | Promise<void>) | undefined;
}

type Announced = Pick<Answer, 'sentences' | 'citations' | 'groups' | 'lead'>;

/** The verified sentences of an answer as events. */
export function sentenceEvents({ sentences, citations, groups, lead }: Announced): SentenceEvent[] {
  return sentences.flatMap((sentence, index) => {
    if (!sentence.verified) return [];
    const group = groups?.find((one) => one.sentences.includes(index))?.label;
    const cited = citations.filter(({ number }) => sentence.citations.includes(number));
    return [
      {
        sentence,
        citations: cited,
        ...(group !== undefined && { group }),
        ...(isAround({ lead }, index) && { around: true }),
      },
    ];
  });
}

/**
 * Announces the sentences of a complete answer.
 * @throws the reason of `signal`, and whatever the listener throws.
 */
export async function announceSentences(
  answer: Announced,
  onSentence: AnswerListener['onSentence'],
  signal?: AbortSignal,
): Promise<void> {
  if (onSentence === undefined) return;
  for (const event of sentenceEvents(answer)) {
    signal?.throwIfAborted();
    await onSentence(event);
  }
}
