/** State: the tab's questions, kept until the tab is closed. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { type Asked, readAddress, writeAddress } from '../address.ts';
import { ask, RequestFailure } from '../api.ts';
import type { Failure, PartialAnswer, Turn } from '../nouns.ts';
import {
  type Conversation,
  emptyConversation,
  findAnswered,
  packTurns,
  reduceConversation,
  startTurn,
  unpackTurns,
} from './conversation.ts';
import { fullQuestion } from './history.ts';

/** Ends with the format's version: a tab that stays open across an upgrade starts afresh. */
const storageKey = 'chapter-and-verse/4';

function restore(): Conversation {
  return { ...emptyConversation, turns: unpackTurns(sessionStorage.getItem(storageKey)) };
}

function keep(turns: readonly Turn[]): void {
  try {
    sessionStorage.setItem(storageKey, packTurns(turns));
  } catch {
    // Storage is full: the questions last until the page is left.
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof RequestFailure) return error.failure;
  return { kind: 'refused', title: 'Something went wrong', detail: 'The page could not read the answer.' };
}

export interface ConversationControl {
  turns: readonly Turn[];
  /** The current turn; null at the start. */
  turn: Turn | null;
  /** Asks, and updates the address. */
  ask(asked: Asked): void;
  /** Stops the pending question. */
  stop(): void;
  /** Shows a turn; null shows the start. */
  show(turn: Turn | null): void;
}

export function useConversation(): ConversationControl {
  const [conversation, dispatch] = useReducer(reduceConversation, emptyConversation, restore);
  const running = useRef<{ key: string; controller: AbortController } | null>(null);
  const turns = useRef(conversation.turns);
  turns.current = conversation.turns;
  useEffect(() => keep(conversation.turns), [conversation.turns]);

  const isOnShow = (asked: Asked) => location.pathname + location.search === writeAddress(asked);

  async function run(asked: Asked): Promise<void> {
    running.current?.controller.abort();
    const turn = startTurn(turns.current, asked);
    const { key } = turn;
    const controller = new AbortController();
    running.current = { key, controller };
    dispatch({ type: 'ask', turn });
    let soFar: PartialAnswer = { sentences: [], citations: [] };
    try {
      const answer = await ask(asked, controller.signal, (partial, passages) => {
        soFar = partial;
        dispatch({ type: 'outcome', key, outcome: { state: 'asking', partial, passages } });
      });
      dispatch({ type: 'outcome', key, outcome: { state: 'answered', answer } });
      const { resolvedQuestion: question } = answer;
      // An address asks without the turns before it.
      if (question !== undefined && isOnShow(asked)) {
        history.replaceState(null, '', writeAddress({ ...asked, question }));
      }
    } catch (error) {
      // The same question was asked again, which stopped this one.
      if (running.current?.key === key && running.current.controller !== controller) return;
      const outcome = controller.signal.aborted
        ? ({ state: 'stopped', partial: soFar } as const)
        : ({ state: 'failed', failure: toFailure(error) } as const);
      dispatch({ type: 'outcome', key, outcome });
    } finally {
      if (running.current?.controller === controller) running.current = null;
    }
  }

  /** Follows an address: shows the turn if it has been answered, else asks. */
  function follow(): void {
    const asked = readAddress(location.search);
    if (asked === null) {
      dispatch({ type: 'show', key: null });
      return;
    }
    const known = findAnswered(turns.current, asked);
    if (known !== undefined) dispatch({ type: 'show', key: known.key });
    else void run(asked);
  }

  useEffect(() => {
    follow();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
    // Only once: `follow` reads the current state when it runs.
  }, []);

  const go = (address: string) => {
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
  };
  return {
    turns: conversation.turns,
    turn: conversation.turns.find(({ key }) => key === conversation.current) ?? null,
    ask: (asked) => {
      go(writeAddress(asked));
      void run(asked);
    },
    stop: () => running.current?.controller.abort(),
    show: (turn) => {
      go(turn === null ? '/' : writeAddress({ ...turn, question: fullQuestion(turn) }));
      dispatch({ type: 'show', key: turn?.key ?? null });
    },
  };
}
