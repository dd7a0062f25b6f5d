/** An assistant that may be replaced while in use: it is closed only after its last call. */
import type { Assistant } from './assistant.ts';

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

/**
 * An assistant that hands each call to the one that is current when it begins: whoever keeps it over an exchange is
 * answered by the new one, never by one that is closed. It has nothing of its own to close.
 */
export function forwardTo(current: () => CountedAssistant): Assistant {
  return {
    get encoderId() {
      return current().assistant.encoderId;
    },
    get chatModel() {
      return current().assistant.chatModel;
    },
    ask: (...given) => current().call((assistant) => assistant.ask(...given)),
    search: (...given) => current().call((assistant) => assistant.search(...given)),
    retrieve: (...given) => current().call((assistant) => assistant.retrieve(...given)),
    verify: (...given) => current().call((assistant) => assistant.verify(...given)),
    check: (...given) => current().call((assistant) => assistant.check(...given)),
    compare: (...given) => current().call((assistant) => assistant.compare(...given)),
    passages: (...given) => current().call((assistant) => assistant.passages(...given)),
    documents: () => current().call((assistant) => assistant.documents()),
    document: (...given) => current().call((assistant) => assistant.document(...given)),
    passage: (...given) => current().call((assistant) => assistant.passage(...given)),
    chapter: (...given) => current().call((assistant) => assistant.chapter(...given)),
    close: async () => {},
  };
}
