/** Whether a sentence is the source's own. Pure. */
import { sentencesOf } from './alignment.ts';
import { foldText } from './reading/fold-text.ts';
import type { SourceText } from './verification.ts';

const withoutStop = (text: string) => foldText(text).replace(/[.\s]+$/, '');

/** Whole sentences only: a part of one may leave out the "not" before it. Sentences in a row count as one. */
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
