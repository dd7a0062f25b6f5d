/** Holds scripted conversations turn by turn, each after the assistant's own answers, as the page and `verse chat` do. */
import type { Assistant } from '../../../assistant/assistant.ts';
import type { OnProgress } from '../../../core/types.ts';
import { mostTurns } from '../../../wire/ask-request.ts';
import type { Answer, Turn } from '../../../wire/types.ts';
import type { EvalSplit } from '../questions/eval-kinds.ts';
import { containsSnippet } from '../score/normalize.ts';
import { answerText } from '../score/scorers.ts';
import type { Chat, ChatTurn } from './chat-format.ts';

export interface TurnResult {
  chat: string;
  split: EvalSplit | null;
  document: string;
  /** From 1 in its conversation. */
  number: number;
  question: string;
  expect: ChatTurn['expect'];
  /** Whether it leans on the turns before it. */
  isFollowUp: boolean;
  isRight: boolean;
  /** Whether the same is answered rightly in full and without history: what there is to lose. Null for talk about the conversation. */
  isRightInFull: boolean | null;
  resolvedQuestion: string | null;
  answer: string;
}

const isQuestion = ({ expect }: ChatTurn) => expect === 'answer' || expect === 'refused';

/** Whether the document's own words are left out: a greeting is not answered by a quotation. */
const quotesNothing = ({ citations, nearest = [] }: Answer) => citations.length === 0 && nearest.length === 0;

/** Whether an answer is what a turn is to be met with. */
export function meets(answer: Answer, { expect, evidence, pages }: ChatTurn): boolean {
  const isAnswered = answer.status === 'answered';
  const holdsEvidence = evidence.some((snippet) => containsSnippet(answerText(answer), snippet));
  const names = (places: readonly number[]) => places.some((page) => pages.includes(page));
  switch (expect) {
    case 'answer':
    case 'again':
    case 'chapters':
      return isAnswered && holdsEvidence;
    case 'refused':
      return !isAnswered || holdsEvidence;
    case 'page':
      return isAnswered && names(answer.citations[0]?.pages ?? []);
    case 'source':
      return (
        isAnswered &&
        answer.citations.some((citation) =>
          names([...citation.pages, ...citation.notes.map(({ page }) => page)]),
        )
      );
    default:
      return isAnswered && quotesNothing(answer);
  }
}

async function holdChat(assistant: Assistant, { id, split, document, turns }: Chat): Promise<TurnResult[]> {
  const history: Turn[] = [];
  const results: TurnResult[] = [];
  for (const turn of turns) {
    const { question, standalone = question, expect } = turn;
    const answer = await assistant.ask({ question, history: history.slice(-mostTurns) });
    const inFull = isQuestion(turn) ? await assistant.ask({ question: standalone }) : undefined;
    results.push({
      chat: id,
      split: split ?? null,
      document,
      number: results.length + 1,
      question,
      expect,
      isFollowUp: turn.standalone !== undefined,
      isRight: meets(answer, turn),
      isRightInFull: inFull === undefined ? null : meets(inFull, turn),
      resolvedQuestion: answer.resolvedQuestion ?? null,
      answer: answer.answer,
    });
    history.push({ question: answer.resolvedQuestion ?? question, answer: answer.answer });
  }
  return results;
}

/** Every turn of the conversations, in their order. @throws VerseError whatever the assistant throws. */
export async function holdChats(
  assistant: Assistant,
  chats: readonly Chat[],
  onProgress?: OnProgress,
): Promise<TurnResult[]> {
  const results: TurnResult[] = [];
  for (const [index, chat] of chats.entries()) {
    results.push(...(await holdChat(assistant, chat)));
    onProgress?.({ stage: 'conversing', done: index + 1, total: chats.length });
  }
  return results;
}
