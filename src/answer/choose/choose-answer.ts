/** What to quote, by the kind of question. */
import type { Encoding } from '../../core/types.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import { abstention } from '../answer-numbers.ts';
import { quoteCorrection } from '../premise/quote-correction.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import type { Choice } from '../quote.ts';
import type { Candidate } from './candidate.ts';
import { findBylines } from './choose-authors.ts';
import { leadFirst } from './choose-lead.ts';
import { quoteList } from './choose-list.ts';
import { chooseMentions, findMentions, sureOfMention } from './choose-mentions.ts';
import { chooseParts } from './choose-parts.ts';
import { chooseSources } from './choose-sources.ts';
import { type CompareOptions, compareCountries, coverageOf, sweepCountries } from './compare-places.ts';
import type { Decision, Findings } from './decide.ts';
import { chooseSentences, limitsFor } from './select.ts';
import { namesAuthors } from './sentence-form.ts';

/** Chooses what to quote, by the kind of question; nothing where a comparison finds no country's side of it. */
export async function choose(
  analysis: QuestionAnalysis,
  encoding: Encoding,
  { candidates, parts = [], list, correction }: Findings,
  options: CompareOptions & { maxWords: number },
): Promise<Choice> {
  const groups = await compareCountries(analysis, encoding, options);
  if (groups !== undefined) {
    const coverage = coverageOf(groups, analysis.subjects);
    return { chosen: groups.flatMap((group) => group.chosen), groups, coverage };
  }
  if (analysis.answerType === 'source') {
    const sources = await chooseSources(candidates, options.store);
    if (sources.length > 0) return { chosen: sources };
  }
  const swept = await sweepCountries(analysis, encoding, options);
  if (swept !== undefined && swept.chosen.length > 0) return swept;
  const { maxWords } = options;
  const listed = list && quoteList(list, candidates, maxWords);
  // All of a list leads.
  if (listed !== undefined && correction === undefined) return listed;
  const ofParts = parts.map((part) => part.candidates);
  const sentences = () =>
    parts.length === 0
      ? chooseSentences(candidates, limitsFor(analysis, maxWords))
      : chooseParts(candidates, ofParts, maxWords);
  const chosen = listed?.chosen ?? sentences();
  if (correction === undefined) return leadFirst(chosen, ofParts);
  const corrected = quoteCorrection(chosen, correction, candidates, maxWords);
  const { warning } = correction;
  if (listed !== undefined) return { chosen: corrected, items: listed.items, warning };
  return { ...leadFirst(corrected, ofParts, correction.candidate), warning };
}

/**
 * What answers whatever the models think of it: the byline of a chapter whose author is asked for, the chapters that have
 * the words of which it is asked where they stand.
 */
export async function chooseOutright(
  analysis: QuestionAnalysis,
  score: (hits: readonly RetrievedHit[]) => Candidate[],
  { store, filter, languages }: Pick<CompareOptions, 'store' | 'filter' | 'languages'>,
): Promise<(Choice & Decision) | undefined> {
  const signed = score(await findBylines(analysis, store, filter, languages));
  const bylines = signed.filter((one) => namesAuthors(one.sentence.text, one.language));
  if (bylines.length > 0) return { chosen: bylines, confidence: abstention.sureOfByline };
  const { mentioned } = analysis;
  if (mentioned === undefined) return undefined;
  const hits = await findMentions(mentioned, filter, store, languages);
  const mentions = await chooseMentions(mentioned, score(hits), filter, store);
  return mentions.chosen.length > 0 ? { ...mentions, confidence: sureOfMention } : undefined;
}
