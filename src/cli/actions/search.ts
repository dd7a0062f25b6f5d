/** `verse search`: the passages that match, best first. */
import { searchRequestSchema } from '../../wire/search.ts';
import type { SearchRequest } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { type ScopeOptions, toScope } from '../options.ts';
import { printResult } from '../print-result.ts';
import { showHits } from '../show/show-hits.ts';
import { withAssistant } from '../with-assistant.ts';
import { wrongLength } from '../wrong-length.ts';

export interface SearchOptions extends ScopeOptions {
  kind?: SearchRequest['kinds'];
  limit: number;
  json?: true;
}

/** @throws VerseError `bad-input` for a query that is empty or too long. */
export async function search(
  { terminal, config }: Session,
  words: readonly string[],
  { kind, limit, json, ...scope }: SearchOptions,
): Promise<void> {
  const wanted = { query: words.join(' '), limit, ...(kind && { kinds: kind }), ...toScope(scope) };
  const request = searchRequestSchema.safeParse(wanted);
  if (!request.success) {
    throw wrongLength('query', wanted.query, 'Shorten it.');
  }
  const found = await withAssistant(config(), terminal, (assistant) => assistant.search(request.data));
  printResult(terminal, found, json, () => showHits(found.hits, terminal));
}
