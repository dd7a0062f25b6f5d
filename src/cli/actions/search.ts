/** `verse search`: the passages that match, best first. */

import { toPlainJson } from '../../text/control-signs.ts';
import { searchRequestSchema } from '../../wire/search.ts';
import type { SearchRequest } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { type ScopeOptions, toScope } from '../options.ts';
import { showHits } from '../show/show-hits.ts';
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
  const assistant = await openOrIngest(config(), terminal);
  try {
    const found = await assistant.search(request.data);
    terminal.out(json ? `${toPlainJson(found, 2)}\n` : showHits(found.hits, terminal));
  } finally {
    await assistant.close();
  }
}
