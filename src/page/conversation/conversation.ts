/** The questions of this tab, as a reducer. Pure. */
import type { SentenceEvent } from '../../wire/types.ts';
import type { Asked } from '../address.ts';
import type { Mode, Outcome, PartialAnswer, Scope, Turn } from '../nouns.ts';
import { fullQuestion } from './history.ts';

export interface Conversation {
  /** In the order first asked. */
  turns: Turn[];
  /** The key of the current turn; null at the start. */
  current: string | null;
}

export type Action =
  | { type: 'ask'; turn: Turn }
  | { type: 'outcome'; key: string; outcome: Outcome }
  | { type: 'show'; key: string | null };

export const emptyConversation: Conversation = { turns: [], current: null };

/** The same question with the same scope and mode is the same turn. */
function turnKey(question: string, scope: Scope, mode: Mode): string {
  return JSON.stringify([question, scope.documents, scope.tags, scope.years, scope.chapters, mode]);
}

/**
 * The key of a question among the existing turns. A follow-up ("and in Poland?") is a different question after a
 * different turn.
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

/** The answered turn that matches an address, in full or as asked. */
export function findAnswered(turns: readonly Turn[], { question, scope, mode }: Asked): Turn | undefined {
  const key = turnKey(question, scope, mode);
  return turns.findLast(
    (turn) => turn.outcome.state === 'answered' && turnKey(fullQuestion(turn), turn.scope, turn.mode) === key,
  );
}

/** The partial answer with one more sentence; in a comparison it joins its group's row. */
export function addSentence(
  { sentences, citations, groups, lead }: PartialAnswer,
  { sentence, citations: cited, group, around }: SentenceEvent,
): PartialAnswer {
  const known = new Set(citations.map(({ number }) => number));
  const next = {
    sentences: [...sentences, sentence],
    // Two sentences may share a citation.
    citations: [...citations, ...cited.filter(({ number }) => !known.has(number))],
    ...(around && { lead: lead ?? [...sentences.keys()] }),
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

/** What is stored for the tab: complete answers. A pending question is asked again when chosen. */
export function packTurns(turns: readonly Turn[]): string {
  return JSON.stringify(turns.filter(({ outcome }) => outcome.state === 'answered'));
}

/** The turns that `packTurns` stored; none if another version stored them. */
export function unpackTurns(text: string | null): Turn[] {
  try {
    const turns: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(turns) && turns.every((turn) => turn?.outcome?.answer?.sentences) ? turns : [];
  } catch {
    return [];
  }
}
