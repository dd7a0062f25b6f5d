/** `verse chapters`: the documents and their chapters with pages. */
import { Command } from 'commander';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { documentOption, jsonOption } from '../options.ts';
import { showChapters } from '../show/show-chapters.ts';

export function chaptersCommand({ terminal, config }: Session): Command {
  return new Command('chapters')
    .description('list the documents and their chapters with pages')
    .addOption(documentOption('list this document only (repeat for more)'))
    .addOption(jsonOption())
    .action(async (options: { document?: string[]; json?: true }) => {
      const assistant = await openOrIngest(config(), terminal);
      try {
        const named = options.document?.map((name) => assistant.document(name));
        const wanted = named && (await Promise.all(named)).map(({ id }) => id);
        const chosen = (await assistant.documents()).filter(({ id }) => wanted?.includes(id) ?? true);
        terminal.out(options.json ? `${toPlainJson(chosen, 2)}\n` : showChapters(chosen, terminal));
      } finally {
        await assistant.close();
      }
    });
}
