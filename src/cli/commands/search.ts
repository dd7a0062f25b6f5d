/** `verse search`: the passages that match, best first. */
import { Command, Option } from 'commander';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { passageKindSchema } from '../../wire/passage.ts';
import { searchRequestSchema } from '../../wire/search.ts';
import type { SearchRequest } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import {
  chapterOption,
  collectOneOf,
  documentOption,
  jsonOption,
  type ScopeOptions,
  tagOption,
  toScope,
  wholeNumber,
  yearOption,
} from '../options.ts';
import { showHits } from '../show/show-hits.ts';

interface SearchOptions extends ScopeOptions {
  kind?: SearchRequest['kinds'];
  limit: number;
  json?: true;
}

export function searchCommand({ terminal, config }: Session): Command {
  return new Command('search')
    .description('find the passages that match, best first')
    .argument('<query...>', 'words or a question; quotes are optional')
    .addOption(chapterOption())
    .addOption(documentOption())
    .addOption(tagOption())
    .addOption(yearOption())
    .addOption(
      new Option('-k, --kind <kind>', 'body, note or table; all by default (repeat for more)').argParser(
        collectOneOf(passageKindSchema.options),
      ),
    )
    .option('-n, --limit <count>', 'how many passages, at most 100', wholeNumber(1, 100), 10)
    .addOption(jsonOption())
    .action(async (words: string[], { kind, limit, json, ...scope }: SearchOptions) => {
      const wanted = { query: words.join(' '), limit, ...(kind && { kinds: kind }), ...toScope(scope) };
      const request = searchRequestSchema.safeParse(wanted);
      if (!request.success) {
        throw new VerseError('bad-input', 'The query must have 1 to 2,000 characters.', 'Shorten it.');
      }
      const assistant = await openOrIngest(config(), terminal);
      try {
        const found = await assistant.search(request.data);
        terminal.out(json ? `${toPlainJson(found, 2)}\n` : showHits(found.hits, terminal));
      } finally {
        await assistant.close();
      }
    });
}
