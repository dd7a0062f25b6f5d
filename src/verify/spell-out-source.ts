/**
 * Adds the verbs that a source leaves out ("A owns 30% and B 70%"). Without them rules and networks give B's share to
 * A. Pure.
 */
import { usualLanguage } from '../language/choose-language.ts';
import { sentencesOf } from './alignment.ts';
import type { SourceText } from './verification.ts';

/** The source with its verbs spelled out, and its sentences as they were in `asWritten`. */
export function spellOutSource(source: SourceText): SourceText {
  const { spellOut } = source.language ?? usualLanguage;
  if (spellOut === undefined) return source;
  return {
    ...source,
    text: spellOut(source.text),
    ...(source.sentences && { sentences: source.sentences.map(spellOut) }),
    asWritten: sentencesOf(source),
  };
}
