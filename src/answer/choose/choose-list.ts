/** Chooses a printed list, whole, where it answers. Pure. */
import { countWords } from '../../text/count-words.ts';
import { choice } from '../answer-numbers.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import type { Candidate } from './candidate.ts';
import type { ListSentence, ReadList } from './printed-lists.ts';

/** Whether a list is read as the answer to a question: it answers, and so do its announcement or its items. */
function isAnswer(
  { answers, announces = -Infinity, itemsAnswer }: ReadList,
  asksForSeveral: boolean,
): boolean {
  const { ofSeveral, ofOthers } = choice.printedLists;
  const least = asksForSeveral ? ofSeveral : ofOthers;
  return answers >= least.answers && (announces >= least.announces || itemsAnswer >= least.items);
}

const isAt = ({ passage, index }: ListSentence, one: Candidate): boolean =>
  one.passage.id === passage.id && one.index === index;

/** The candidates of a list: its announcement, and as many of its items as fit. */
function quote(list: ReadList, candidates: readonly Candidate[], maxWords: number): Candidate[] {
  const candidateOf = (part: ListSentence) => candidates.find((one) => isAt(part, one));
  const chosen: Candidate[] = [];
  let words = 0;
  for (const unit of [...(list.announcement === undefined ? [] : [[list.announcement]]), ...list.items]) {
    const own = unit.flatMap((one) => candidateOf(one) ?? []);
    const length = own.reduce((sum, { sentence }) => sum + countWords(sentence.text), 0);
    if (words + length > maxWords && chosen.length > 1) break;
    chosen.push(...own);
    words += length;
  }
  return chosen;
}

const holds = ({ announcement, items }: ReadList, one: Candidate): boolean =>
  [...(announcement === undefined ? [] : [announcement]), ...items.flat()].some((part) => isAt(part, one));

/** Whether a sentence that is none of a list's answers far better than it. */
function isOutdone(list: ReadList, best: Candidate): boolean {
  const { answers, announces = answers } = list;
  return (
    !holds(list, best) && best.features.answers > Math.max(answers, announces) + choice.printedLists.lead
  );
}

/**
 * The list that answers best, or of which the best sentence is, in the order in which it is printed; undefined where there is
 * none.
 * @param candidates the scored sentences, best first.
 * @param maxWords of an answer; a list may take more, so that it is whole.
 */
export function chooseList(
  { text, language }: QuestionAnalysis,
  lists: readonly ReadList[],
  candidates: readonly Candidate[],
  maxWords: number,
): Candidate[] | undefined {
  const [best] = candidates;
  if (best === undefined) return undefined;
  const asksForSeveral = language.questions?.things.test(text) === true;
  const isListed = lists.some((list) => holds(list, best));
  const [answering] = lists
    .filter((list) => isAnswer(list, asksForSeveral) && (isListed || !isOutdone(list, best)))
    .sort((a, b) => b.answers - a.answers);
  const announced = ({ announcement }: ReadList) => announcement !== undefined && isAt(announcement, best);
  const leads = (list: ReadList) =>
    candidates.slice(0, 3).filter((one) => holds(list, one)).length > 1 && holds(list, best);
  const leading = asksForSeveral ? (lists.find(announced) ?? lists.find(leads)) : undefined;
  const list = answering ?? leading;
  if (list === undefined) return undefined;
  const chosen = quote(list, candidates, maxWords * choice.printedLists.wordsOfAnswer);
  return chosen.length > 1 ? chosen : undefined;
}
