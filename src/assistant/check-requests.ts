/** An assistant for callers without schemas: bad requests are refused in a sentence. */

import { askRequestSchema } from '../wire/ask-request.ts';
import { badRequest } from '../wire/bad-request.ts';
import { compareRequestSchema } from '../wire/compare.ts';
import { searchRequestSchema } from '../wire/search.ts';
import { verifyRequestSchema } from '../wire/verification.ts';
import type { Assistant } from './assistant.ts';

/** The same assistant; `ask`, `search`, `check` and `compare` throw VerseError `bad-input` for missing, unknown or too long fields. */
export function checkRequests(assistant: Assistant): Assistant {
  return {
    ...assistant,
    ask: async (request, options) => {
      const checked = askRequestSchema.safeParse(request);
      if (!checked.success) throw badRequest(checked.error.issues);
      return assistant.ask(checked.data, options);
    },
    search: async (request) => {
      const checked = searchRequestSchema.safeParse(request);
      if (!checked.success) throw badRequest(checked.error.issues);
      return assistant.search(checked.data);
    },
    check: async (request, options) => {
      const checked = verifyRequestSchema.safeParse(request);
      if (!checked.success) throw badRequest(checked.error.issues);
      return assistant.check(checked.data, options);
    },
    compare: async (request) => {
      const checked = compareRequestSchema.safeParse(request);
      if (!checked.success) throw badRequest(checked.error.issues);
      return assistant.compare(checked.data);
    },
  };
}
