/** `verse search`: the passages that match, best first. */
import { Command } from 'commander';
import type { SearchResponse } from '../wire.ts';
import { openOrIngest } from './open-or-ingest.ts';
import { chapterOption, documentOption, jsonOption, type ScopeOptions, toScope, wholeNumber } from './options.ts';
import type { Session } from './session.ts';
import { placeOf } from './show-answer.ts';
import { type Terminal, wrapText } from './terminal.ts';

interface SearchOptions extends ScopeOptions {
  kind?: ('body' | 'note' | 'table')[];
  limit: number;
  json?: true;
}

/** Hits as text: rank, place, score, section, then the passage. Pure. */
export function showHits(hits: SearchResponse['hits'], screen: Pick<Terminal, 'width' | 'paint'>): string {
  if (hits.length === 0) return 'No passage matches.\n';
  const blocks = hits.map((hit, index) => {
    const section = hit.section === null ? '' : ` — ${hit.section}`;
    const head = wrapText(`${placeOf(hit)}${section} (${hit.score.toFixed(2)})`, screen.width, '    ', `${index + 1}. `);
    const text = hit.text.split('\n').map((line) => wrapText(line, screen.width, '    '));
    return `${screen.paint('bold', head)}\n${text.join('\n')}`;
  });
  return `${blocks.join('\n\n')}\n`;
}

export function searchCommand({ terminal, config }: Session): Command {
  return new Command('search')
    .description('find the passages that match, best first')
    .argument('<query...>', 'words or a question')
    .addOption(chapterOption())
    .addOption(documentOption())
    .option('-k, --kind <kind...>', 'body, note or table; all by default')
    .option('-n, --limit <count>', 'how many passages', wholeNumber(1, 100), 10)
    .addOption(jsonOption())
    .action(async (words: string[], options: SearchOptions) => {
      const assistant = await openOrIngest(config(), terminal);
      try {
        const kinds = options.kind === undefined ? {} : { kinds: options.kind };
        const found = await assistant.search({ query: words.join(' '), limit: options.limit, ...kinds, ...toScope(options) });
        terminal.out(options.json ? `${JSON.stringify(found, null, 2)}\n` : showHits(found.hits, terminal));
      } finally {
        await assistant.close();
      }
    });
}
