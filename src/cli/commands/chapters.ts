/** `verse chapters`: the documents and their chapters with pages. */
import { Command } from 'commander';
import { selectDocuments } from '../../assistant/select-documents.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { documentOption, jsonOption, type ScopeOptions, tagOption, toScope, yearOption } from '../options.ts';
import { showChapters } from '../show/show-chapters.ts';

export function chaptersCommand({ terminal, config }: Session): Command {
  return new Command('chapters')
    .description('list the documents and their chapters with pages')
    .addOption(documentOption('list this document only (repeat for more)'))
    .addOption(tagOption('list documents with this tag only (repeat for more)'))
    .addOption(yearOption('list documents of this year only: 2022, 2019-2022 (repeat for more)'))
    .addOption(jsonOption())
    .action(async ({ json, ...scope }: ScopeOptions & { json?: true }) => {
      const assistant = await openOrIngest(config(), terminal);
      try {
        const documents = await assistant.documents();
        const ids = selectDocuments(toScope(scope), documents);
        const chosen = documents.filter(({ id }) => ids?.includes(id) ?? true);
        terminal.out(json ? `${toPlainJson(chosen, 2)}\n` : showChapters(chosen, terminal));
      } finally {
        await assistant.close();
      }
    });
}
