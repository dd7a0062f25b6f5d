/** Finds questions to start with, by asking them in the background: none is shown that is not answered. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Assistant } from '../../assistant/assistant.ts';
import type { DocumentListing, StarterList } from '../../wire/types.ts';
import { findQuestions, findWholeQuestions, isAnswered, type TriedQuestion } from './find-questions.ts';

export interface Starters {
  /** Those found so far for the documents of an assistant; the first call for them begins to try. */
  of(assistant: Assistant): Promise<StarterList>;
}

/** Questions that are offered, of one document or of several. */
const [mostOfOne, mostOfSeveral] = [4, 6];
/** So many of those of one document are for what it says as a whole. */
const mostOfWhole = 2;
/** So many documents are tried; a library has more. */
const mostDocuments = 12;
/** Sets of documents whose questions are kept. */
const mostLists = 20;

/** Documents spread over the index, which has neighbours of one kind. */
function chooseDocuments(documents: readonly DocumentListing[]): DocumentListing[] {
  const step = Math.max(1, documents.length / mostDocuments);
  return documents.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** @param pauseMs between two questions, in which those of readers go first. */
export function createStarters(pauseMs = 100): Starters {
  /** By the documents that they are of, the latest last: readers do not all see the same ones. */
  const lists = new Map<string, StarterList>();

  async function findIn(
    questions: readonly TriedQuestion[],
    most: number,
    assistant: Assistant,
    found: StarterList,
    isWanted: () => boolean,
  ): Promise<void> {
    const before = found.starters.length;
    for (const tried of questions) {
      if (found.starters.length - before === most || !isWanted()) return;
      await pause(pauseMs);
      const answer = await assistant.ask({ question: tried.question });
      if (!isAnswered(tried, answer)) continue;
      found.starters.push({ question: tried.question, document: tried.document });
    }
  }

  async function find(
    documents: readonly DocumentListing[],
    assistant: Assistant,
    found: StarterList,
    isWanted: () => boolean,
  ): Promise<void> {
    const isOne = documents.length === 1;
    for (const document of chooseDocuments(documents)) {
      if (found.starters.length >= mostOfSeveral) break;
      if (isOne) await findIn(findWholeQuestions(document), mostOfWhole, assistant, found, isWanted);
      const most = isOne ? mostOfOne - found.starters.length : 1;
      await findIn(findQuestions(document), most, assistant, found, isWanted);
    }
  }

  return {
    async of(assistant) {
      const documents = await assistant.documents();
      const own = documents.map(({ id, sha256 }) => `${id} ${sha256}`).join('\n');
      const known = lists.get(own);
      if (known !== undefined) return known;
      const found: StarterList = { starters: [], ready: documents.length === 0 };
      lists.set(own, found);
      const [oldest] = lists.keys();
      if (lists.size > mostLists && oldest !== undefined) lists.delete(oldest);
      // The index may close meanwhile, or be out of reach: the next call begins anew then.
      find(documents, assistant, found, () => lists.get(own) === found)
        .catch(() => {
          if (lists.get(own) === found) lists.delete(own);
        })
        .finally(() => {
          found.ready = true;
        });
      return found;
    },
  };
}
