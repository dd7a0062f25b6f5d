/** An assistant for callers without schemas: bad requests are refused in a sentence. */

import { askRequestSchema } from '../wire/ask-request.ts';
import { compareRequestSchema } from '../wire/compare.ts';
import { readRequest } from '../wire/read-request.ts';
import { searchRequestSchema } from '../wire/search.ts';
import { verifyRequestSchema } from '../wire/verification.ts';
import type { Assistant } from './assistant.ts';

/** The same assistant; `ask`, `search`, `check` and `compare` throw VerseError `bad-input` for missing, unknown or too long fields. */
export function checkRequests(assistant: Assistant): Assistant {
  return {
    ...assistant,
    ask: async (request, options) => assistant.ask(readRequest(askRequestSchema, request), options),
    search: async (request, options) => assistant.search(readRequest(searchRequestSchema, request), options),
    check: async (request, options) => assistant.check(readRequest(verifyRequestSchema, request), options),
    compare: async (request, options) =>
      assistant.compare(readRequest(compareRequestSchema, request), options),
  };
}
