/** An assistant that may be replaced while in use: it is closed only after its last call. */
import type { Assistant } from './assistant-interface.ts';

/** An open assistant that counts its calls. */
export interface CountedAssistant {
  readonly assistant: Assistant;
  /** Makes a call, until whose end the assistant stays open. */
  call<Result>(ask: (assistant: Assistant) => Promise<Result>): Promise<Result>;
  /** Closes it after the last call. */
  close(): Promise<void>;
}

export function countCalls(assistant: Assistant): CountedAssistant {
  let calls = 0;
  let onIdle = () => {};
  return {
    assistant,
    call: async (ask) => {
      calls += 1;
      try {
        return await ask(assistant);
      } finally {
        calls -= 1;
        if (calls === 0) onIdle();
      }
    },
    close: async () => {
      if (calls > 0) {
        await new Promise<void>((resolve) => {
          onIdle = resolve;
        });
      }
      await assistant.close();
    },
  };
}

/** Whom an assistant hands its calls to. */
interface Forwarding {
  models: () => Pick<Assistant, 'encoderId' | 'chatModel'>;
  call: CountedAssistant['call'];
  within: Assistant['within'];
}

/** An assistant that makes each call on another one. It has nothing of its own to close. */
export function forwardCalls({ models, call, within }: Forwarding): Assistant {
  return {
    get encoderId() {
      return models().encoderId;
    },
    get chatModel() {
      return models().chatModel;
    },
    ask: (...given) => call((assistant) => assistant.ask(...given)),
    search: (...given) => call((assistant) => assistant.search(...given)),
    retrieve: (...given) => call((assistant) => assistant.retrieve(...given)),
    verify: (...given) => call((assistant) => assistant.verify(...given)),
    check: (...given) => call((assistant) => assistant.check(...given)),
    compare: (...given) => call((assistant) => assistant.compare(...given)),
    passages: (...given) => call((assistant) => assistant.passages(...given)),
    documents: () => call((assistant) => assistant.documents()),
    document: (...given) => call((assistant) => assistant.document(...given)),
    reading: (...given) => call((assistant) => assistant.reading(...given)),
    file: (...given) => call((assistant) => assistant.file(...given)),
    passage: (...given) => call((assistant) => assistant.passage(...given)),
    chapter: (...given) => call((assistant) => assistant.chapter(...given)),
    within,
    close: async () => {},
  };
}

/**
 * An assistant that hands each call to the one that is current when it begins: whoever keeps it over an exchange is
 * answered by the new one, never by one that is closed.
 * @param view what of it is asked; all of it by default.
 */
export function forwardTo(
  current: () => CountedAssistant,
  view: (assistant: Assistant) => Assistant = (assistant) => assistant,
): Assistant {
  return forwardCalls({
    models: () => current().assistant,
    call: (ask) => current().call((assistant) => ask(view(assistant))),
    within: (collections) => forwardTo(current, (assistant) => view(assistant).within(collections)),
  });
}
