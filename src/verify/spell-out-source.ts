/** A source with the verbs that it leaves out: rules and networks alike give the second share to the first's owner else. Pure. */
import { usualLanguage } from '../language/choose-language.ts';
import { sentencesOf } from './alignment.ts';
import type { SourceText } from './verification.ts';

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
