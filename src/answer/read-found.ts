/** What speaks for an answer: the sentences of the passages found, read together with the question. */
import type { RetrievedHit } from '../search/retrieve.ts';
import { choice } from './answer-numbers.ts';
import type { AnswerOptions } from './answer-options.ts';
import { chooseOutright } from './choose/choose-answer.ts';
import { chooseList } from './choose/choose-list.ts';
import { asksOfSeveral, type Decision, type Findings, type FoundPart } from './choose/decide.ts';
import { answerModel } from './choose/linear-model.ts';
import { type ReadClosely, readClosely, withList } from './choose/read-closely.ts';
import { unread } from './choose/read-hits.ts';
import { withoutShown } from './choose/resolved-question.ts';
import { scoreSentences, standsInOne } from './choose/select.ts';
import { chooseGist } from './gist/choose-gist.ts';
import { findCorrection } from './premise/premise.ts';
import { findAbsentNames } from './question/absent-names.ts';
import type { QuestionAnalysis } from './question/question.ts';
import { partsOfLast, splitParts } from './question/split-parts.ts';
import type { Choice } from './quote.ts';
import { type Found, searchPart, withoutBylines } from './search-question.ts';
import type { Asked } from './understand.ts';

export interface ReadFindings {
  /** What answers whatever the models think of it. */
  outright: (Choice & Decision) | undefined;
  /** By which it is decided whether to answer. */
  findings: Findings;
  /** The parts that are answered: those of its own, where a question leans on the ones before it. */
  ownParts: readonly FoundPart[];
}

/** The questions that one is made of: for each thing that it is reckoned of, or each that it asks. */
function partsOf(text: string, { reckoned, language }: QuestionAnalysis): string[] {
  return reckoned?.parts.map((part) => part.text) ?? splitParts(text, language);
}

/**
 * Reads what a search found.
 * @throws the reason of `signal`, once that is aborted.
 */
export async function readFound(asked: Asked, found: Found, options: AnswerOptions): Promise<ReadFindings> {
  const { text, language, readings, resolved, spelling } = asked;
  const { model = answerModel } = options;
  const { analysis, hits } = found;
  const scoreUnread = (some: readonly RetrievedHit[]) => scoreSentences(found.question, some, model);
  const ofGist = asksOfSeveral(analysis) ? undefined : await chooseGist(asked, scoreUnread, options);
  const outright = ofGist ?? (await chooseOutright(analysis, scoreUnread, options));
  // Put into English word by word, or in a language of which nothing is known, a question meets nothing as it should.
  const isForeign = readings.some(({ code }) => code === 'language') || language.words === undefined;
  // No passage alone answers a question about several places: with three passages of each read, .55 and .56 of the comparisons
  // and sweeps of evals/cross-chapters.jsonl and of dev hold all facts, without .58 and .65.
  const isReadable = outright === undefined && !isForeign && !asksOfSeveral(analysis);
  const readWhole = async () =>
    isReadable
      ? readClosely(found.question, hits, {
          ...options,
          models: model,
          depth: choice.passagesRead,
          takesLists: !standsInOne(analysis) && language.questions?.yesOrNo.test(text) !== true,
        })
      : { hits, readings: unread, lists: [] };
  const readPart = (part: string) => searchPart(part, asked.analyse(part), model, options);
  const asParts = isReadable ? partsOf(text, analysis) : [];
  const [close, parts] = await Promise.all([readWhole(), Promise.all(asParts.map(readPart))]);
  const score = ({ hits: some, readings }: Pick<ReadClosely, 'hits' | 'readings'>) =>
    scoreSentences({ ...found.question, readings }, some, model);
  const plain = score(close);
  const list = parts.length === 0 ? chooseList(analysis, close.lists, plain) : undefined;
  const scored = list === undefined ? plain : score(await withList(close, list, options.store));
  const candidates = withoutBylines(withoutShown(scored, resolved?.beyond ?? []));
  const findings = {
    candidates,
    parts,
    list,
    topic: isForeign ? null : found.topic,
    correction: findCorrection(analysis, candidates),
    absentNames:
      isForeign || spelling === undefined ? [] : findAbsentNames(analysis.text, spelling, language),
  };
  return { outright, findings, ownParts: partsOfLast(parts, resolved?.orAlone, language) };
}
