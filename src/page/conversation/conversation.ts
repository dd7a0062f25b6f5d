/** The questions of this tab. Pure: what happens to them is a function of an action. */
import type { SentenceEvent } from '../../wire/types.ts';
import type { Asked } from '../address.ts';
import type { Mode, Outcome, PartialAnswer, Scope, Turn } from '../nouns.ts';
import { fullQuestion } from './history.ts';

export interface Conversation {
  /** In the order first asked. */
  turns: Turn[];
  /** The key of the turn on show; null shows the start. */
  current: string | null;
}

export type Action =
  | { type: 'ask'; turn: Turn }
  | { type: 'outcome'; key: string; outcome: Outcome }
  | { type: 'show'; key: string | null };

export const emptyConversation: Conversation = { turns: [], current: null };

/** The same question, asked of the same place in the same manner, is the same turn. */
function turnKey(question: string, scope: Scope, mode: Mode): string {
  return JSON.stringify([question, scope.document ?? '', scope.chapter ?? '', mode]);
}

/**
 * The key of a question among the turns there are. One that was understood from the turns before it ("and in Poland?")
 * is another question where it follows on another.
 */
function keyAmong(turns: readonly Turn[], { question, scope, mode, history = [] }: Asked): string {
  const key = turnKey(question, scope, mode);
  const known = turns.find((turn) => turn.key === key);
  const before = history.at(-1)?.question;
  if (known === undefined || fullQuestion(known) === question) return key;
  return known.history.at(-1)?.question === before ? key : JSON.stringify([key, before ?? '']);
}

export function startTurn(turns: readonly Turn[], asked: Asked): Turn {
  const { question, scope, mode, history = [] } = asked;
  const outcome: Outcome = { state: 'asking', partial: { sentences: [], citations: [] }, passages: null };
  return { key: keyAmong(turns, asked), question, scope, mode, history, outcome };
}

/** The turn that has answered what an address asks, in full or as it was asked. */
export function findAnswered(turns: readonly Turn[], { question, scope, mode }: Asked): Turn | undefined {
  const key = turnKey(question, scope, mode);
  return turns.findLast(
    (turn) => turn.outcome.state === 'answered' && turnKey(fullQuestion(turn), turn.scope, turn.mode) === key,
  );
}

/** The answer so far with one sentence more; in a comparison it joins the row of its group. */
export function addSentence(
  { sentences, citations, groups }: PartialAnswer,
  { sentence, citations: cited, group }: SentenceEvent,
): PartialAnswer {
  const known = new Set(citations.map(({ number }) => number));
  const next = {
    sentences: [...sentences, sentence],
    // Two sentences may stand on one citation.
    citations: [...citations, ...cited.filter(({ number }) => !known.has(number))],
  };
  if (group === undefined) return next;
  const rows = groups ?? [];
  const row = { label: group, sentences: [sentences.length] };
  const isNew = rows.every(({ label }) => label !== group);
  return {
    ...next,
    groups: isNew
      ? [...rows, row]
      : rows.map((one) =>
          one.label === group ? { label: group, sentences: [...one.sentences, ...row.sentences] } : one,
        ),
  };
}

export function reduceConversation(conversation: Conversation, action: Action): Conversation {
  const { turns } = conversation;
  switch (action.type) {
    case 'ask': {
      const known = turns.some(({ key }) => key === action.turn.key);
      const next = known
        ? turns.map((turn) => (turn.key === action.turn.key ? action.turn : turn))
        : [...turns, action.turn];
      return { turns: next, current: action.turn.key };
    }
    case 'outcome':
      return {
        ...conversation,
        turns: turns.map((turn) => (turn.key === action.key ? { ...turn, outcome: action.outcome } : turn)),
      };
    case 'show':
      return { ...conversation, current: action.key };
  }
}

/** What is kept for the tab: whole answers. A question that was under way is asked again when it is chosen. */
export function packTurns(turns: readonly Turn[]): string {
  return JSON.stringify(turns.filter(({ outcome }) => outcome.state === 'answered'));
}

/** The turns that `packTurns` kept; none where the text is not of this version. */
export function unpackTurns(text: string | null): Turn[] {
  try {
    const turns: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(turns) && turns.every((turn) => turn?.outcome?.answer?.sentences) ? turns : [];
  } catch {
    return [];
  }
}
