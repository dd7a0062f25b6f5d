/** Holds one written sentence against what it cites, and else against what it could have cited. */
import type { Language } from '../core/language.ts';
import { readWords } from '../verify/reading/read-words.ts';
import type { VerifyProblem } from '../verify/verification.ts';
import { isSupported, type Support } from './find-support.ts';
import type { ReplySentence } from './read-reply.ts';
import type { ShownPassage, ShownSentence } from './shown.ts';
import { leastContentWords, mostCited } from './writing-numbers.ts';

export interface CheckedReplySentence {
  sentence: ReplySentence;
  /** What supports it; where nothing does, what it cites of that which was shown. */
  cited: readonly ShownSentence[];
  /** Why it is not verified; none where it is. */
  problems: readonly string[];
}

export function isVerified({ problems }: CheckedReplySentence): boolean {
  return problems.length === 0;
}

function placeOf(cited: readonly ShownSentence[]): string {
  const places = cited.map(
    ({ passage, sentence }) => `${passage.chapter}, p. ${sentence.pages[0] ?? passage.pages[0]}`,
  );
  return [...new Set(places)].join('; ');
}

/** “EUR 5.5 billion”: not in the passage (Germany, p. 88). */
function wordProblem({ text, reason }: VerifyProblem, cited: readonly ShownSentence[]): string {
  return `“${text}”: ${reason} (${placeOf(cited)}).`;
}

/** Whether it says something by itself, without the question. */
function isStatement(text: string, language: Language): boolean {
  return readWords([text], language).filter(({ isContent }) => isContent).length >= leastContentWords;
}

/** What is wrong with the ids themselves. */
function wordIds(ids: readonly string[], unknown: readonly string[]): string[] {
  if (ids.length === 0) return ['It cites nothing.'];
  return unknown.length === 0 ? [] : [`It cites ${unknown.join(', ')}, which it was not shown.`];
}

/** Whether a sentence stands, and on what: ids that were never shown count for nothing. */
export async function checkSentence(
  sentence: ReplySentence,
  shown: readonly ShownPassage[],
  support: Support,
): Promise<CheckedReplySentence> {
  const { text, ids } = sentence;
  const known = shown.flatMap(({ sentences }) => sentences.filter(({ id }) => ids.includes(id)));
  const cited = known.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).slice(0, mostCited);
  const isQuoted = cited.some((one) => one.sentence.text === text);
  if (!isQuoted && !isStatement(text, support.language))
    return { sentence, cited, problems: ['It is no whole statement.'] };
  const verification = cited.length === 0 ? undefined : await support.check(text, cited);
  if (verification !== undefined && isSupported(verification)) {
    return { sentence, cited: await support.prune(text, cited), problems: [] };
  }
  const found = await support.find(text, cited);
  if (found.length > 0) return { sentence, cited: found, problems: [] };
  const unknown = ids.filter((id) => !known.some((one) => one.id === id));
  const told = (verification?.problems ?? []).map((problem) => wordProblem(problem, cited));
  const problems = [...wordIds(ids, unknown), ...told];
  return {
    sentence,
    cited,
    problems: problems.length > 0 ? problems : [`The passage does not say it clearly (${placeOf(cited)}).`],
  };
}
