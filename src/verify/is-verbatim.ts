/** Whether a sentence is copied from its source. Pure. */

import { foldText } from '../text/fold-text.ts';
import { sentencesOf } from './alignment.ts';
import type { SourceText } from './verification.ts';

const withoutStop = (text: string) => foldText(text).replace(/(?<![.\s])[.\s]+$/, '');

/**
 * Whether a sentence is one or more whole sentences of a source, in a row. Part of a sentence may leave out a "not",
 * and does not count.
 */
export function isVerbatim(sentence: string, sources: readonly SourceText[]): boolean {
  const wanted = withoutStop(sentence);
  return sources.some((source) => {
    const sentences = sentencesOf(source);
    return sentences.some((_, from) => {
      let run = '';
      for (const next of sentences.slice(from)) {
        run = run === '' ? next : `${run} ${next}`;
        if (withoutStop(run) === wanted) return true;
        if (run.length > sentence.length + 20) return false;
      }
      return false;
    });
  });
}
