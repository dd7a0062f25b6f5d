/** An assistant for callers that no schema has checked: bad requests are refused in a sentence. */
import type { Assistant } from './assistant.ts';
import { fieldErrors, type Issue, listFieldErrors } from './bad-fields.ts';
import { VerseError } from './errors.ts';
import { askRequestSchema, searchRequestSchema, verifyRequestSchema } from './wire.ts';

function refuse(issues: readonly Issue[]): VerseError {
  return new VerseError('bad-input', listFieldErrors(fieldErrors(issues), 'request'));
}

/** The same assistant; `ask`, `search` and `check` throw VerseError `bad-input` where a field is missing, unknown or too long. */
export function checkRequests(assistant: Assistant): Assistant {
  return {
    ...assistant,
    ask: async (request, options) => {
      const checked = askRequestSchema.safeParse(request);
      if (!checked.success) throw refuse(checked.error.issues);
      return assistant.ask(checked.data, options);
    },
    search: async (request) => {
      const checked = searchRequestSchema.safeParse(request);
      if (!checked.success) throw refuse(checked.error.issues);
      return assistant.search(checked.data);
    },
    check: async (request, options) => {
      const checked = verifyRequestSchema.safeParse(request);
      if (!checked.success) throw refuse(checked.error.issues);
      return assistant.check(checked.data, options);
    },
  };
}
