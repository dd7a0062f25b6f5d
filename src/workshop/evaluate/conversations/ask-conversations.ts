/** Compares follow-ups asked in their conversation with the same questions asked in full. */
import type { Assistant } from '../../../assistant/assistant.ts';
import { VerseError } from '../../../core/errors.ts';
import type { OnProgress } from '../../../core/types.ts';
import type { Answer, Turn } from '../../../wire/types.ts';
import type { EvalQuestion } from '../questions/eval-format.ts';
import type { EvalSplit } from '../questions/eval-kinds.ts';
import { answerText, factsFound } from '../score/scorers.ts';

/** The ways to ask a follow-up. */
export const manners = [
  'in full',
  'after the answers of the file',
  'after own answers',
  'without history',
] as const;
export type Manner = (typeof manners)[number];

/** The result of one way. */
export interface Outcome {
  /** Whether the answer holds all facts; null if the question has none. */
  hasFacts: boolean | null;
  /** Whether the first passage is from a chapter of the question; null if it has none. */
  isInChapter: boolean | null;
  resolvedQuestion: string | null;
}

export interface ConversationResult {
  id: string;
  split: EvalSplit | null;
  type: string;
  question: string;
  outcomes: Record<Manner, Outcome>;
  /** Whether the full question is left unchanged despite the turns before it. */
  staysAlone: boolean;
}

/** The follow-ups of a file: the questions with turns before them. */
export function findFollowUps(questions: readonly EvalQuestion[], split?: EvalSplit): EvalQuestion[] {
  const found = questions.filter(
    ({ kind, history = [], split: own }) =>
      kind === 'follow-up' && history.length > 0 && (split === undefined || own === split),
  );
  if (found.length > 0) return found;
  throw new VerseError(
    'bad-input',
    `None of the ${questions.length} questions is a follow-up with a history${split === undefined ? '' : ` of split ${split}`}.`,
    'The format is in evals/FORMAT.md.',
  );
}

function toOutcome(answer: Answer, question: EvalQuestion): Outcome {
  const facts = factsFound(answerText(answer), question);
  const first = answer.citations[0] ?? answer.nearest?.[0];
  const { chapters } = question;
  return {
    hasFacts: facts.length === 0 ? null : facts.every(Boolean),
    isInChapter: chapters.length === 0 ? null : first !== undefined && chapters.includes(first.chapter),
    resolvedQuestion: answer.resolvedQuestion ?? null,
  };
}

/** The earlier turns with the answers we would give: each asked after those before it. */
async function converse(assistant: Assistant, turns: readonly Turn[]): Promise<Turn[]> {
  const had: Turn[] = [];
  for (const { question } of turns) {
    const { answer } = await assistant.ask({ question, history: [...had] });
    had.push({ question, answer });
  }
  return had;
}

async function askFollowUp(assistant: Assistant, followUp: EvalQuestion): Promise<ConversationResult> {
  const { id, split = null, type, question, standalone = question, history = [] } = followUp;
  const outcomeOf = async (request: { question: string; history?: Turn[] }) =>
    toOutcome(await assistant.ask(request), followUp);
  const own = await converse(assistant, history);
  const outcomes = {
    'in full': await outcomeOf({ question: standalone }),
    'after the answers of the file': await outcomeOf({ question, history }),
    'after own answers': await outcomeOf({ question, history: own }),
    'without history': await outcomeOf({ question }),
  };
  const again = await assistant.ask({ question: standalone, history });
  return { id, split, type, question, outcomes, staysAlone: again.resolvedQuestion === undefined };
}

/** Asks each follow-up in every way. @throws VerseError whatever the assistant throws. */
export async function askConversations(
  assistant: Assistant,
  followUps: readonly EvalQuestion[],
  onProgress?: OnProgress,
): Promise<ConversationResult[]> {
  const results: ConversationResult[] = [];
  for (const followUp of followUps) {
    results.push(await askFollowUp(assistant, followUp));
    onProgress?.({ stage: 'conversing', done: results.length, total: followUps.length });
  }
  return results;
}
