/** Chooses a printed list, whole, where it answers. Pure. */
import { countWords } from '../../text/count-words.ts';
import { choice } from '../answer-numbers.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import type { Choice } from '../quote.ts';
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

const holds = ({ announcement, items }: ReadList, one: Candidate): boolean =>
  [...(announcement === undefined ? [] : [announcement]), ...items.flat()].some((part) => isAt(part, one));

/** Whether a sentence answers far better than a list. */
function isOutdone({ answers, announces = answers }: ReadList, best: Candidate): boolean {
  return best.features.answers > Math.max(answers, announces) + choice.printedLists.lead;
}

/** The list that the best sentence announces, or of whose sentences two are among the best three, the best one of them. */
function leadingList(lists: readonly ReadList[], candidates: readonly Candidate[]): ReadList | undefined {
  const [best] = candidates;
  if (best === undefined) return undefined;
  const isAnnounced = ({ announcement }: ReadList) => announcement !== undefined && isAt(announcement, best);
  const leads = (list: ReadList) =>
    holds(list, best) && candidates.slice(0, 3).filter((one) => holds(list, one)).length > 1;
  return lists.find(isAnnounced) ?? lists.find(leads);
}

/**
 * The list that answers best, or that the best sentence leads to; undefined where there is none.
 * @param candidates the scored sentences, best first.
 */
export function chooseList(
  { text, language }: QuestionAnalysis,
  lists: readonly ReadList[],
  candidates: readonly Candidate[],
): ReadList | undefined {
  const [best] = candidates;
  if (best === undefined) return undefined;
  const asksForSeveral = language.questions?.things.test(text) === true;
  const isListed = lists.some((list) => holds(list, best));
  const [answering] = lists
    .filter((list) => isAnswer(list, asksForSeveral) && (isListed || !isOutdone(list, best)))
    .sort((a, b) => b.answers - a.answers);
  return answering ?? (asksForSeveral ? leadingList(lists, candidates) : undefined);
}

/**
 * A list as it is printed: what announces it, and its items as far as they fit.
 * @param candidates the scored sentences, the list's among them.
 * @param maxWords of an answer; a list may take more, so that it is whole.
 */
export function quoteList(list: ReadList, candidates: readonly Candidate[], maxWords: number): Choice {
  const { announcement, items } = list;
  const candidateOf = (part: ListSentence) => candidates.find((one) => isAt(part, one));
  const wordsOf = (some: readonly Candidate[]) =>
    some.reduce((sum, { sentence }) => sum + countWords(sentence.text), 0);
  const quoted = announcement === undefined ? [] : [candidateOf(announcement) ?? []].flat();
  const opening: Candidate[] = [];
  let left = maxWords * choice.printedLists.wordsOfAnswer - wordsOf(quoted);
  let count = 0;
  for (const item of items) {
    const own = item.flatMap((one) => candidateOf(one) ?? []);
    left -= wordsOf(own);
    if (left < 0 && count > 0) break;
    quoted.push(...own);
    opening.push(...own.slice(0, 1));
    count++;
  }
  if (count === items.length) return { chosen: quoted, items: opening };
  const quotedItems = count === 1 ? 'the first is quoted' : `the first ${count} are quoted`;
  const message = `The list has ${items.length} items; ${quotedItems}.`;
  return { chosen: quoted, items: opening, warning: { code: 'list-cut', message } };
}
