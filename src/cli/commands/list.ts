/** `verse list`: the documents, a row each. */
import { Command } from 'commander';
import { selectDocuments } from '../../assistant/select-documents.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { jsonOption, type ScopeOptions, tagOption, toScope, yearOption } from '../options.ts';
import { showDocuments } from '../show/show-documents.ts';

interface ListOptions extends Pick<ScopeOptions, 'tag' | 'year'> {
  json?: true;
}

export function listCommand({ terminal, config }: Session): Command {
  return new Command('list')
    .description('list the documents with their titles, years, pages, chapters and tags')
    .addOption(tagOption('list documents with this tag only (repeat for more)'))
    .addOption(yearOption('list documents of this year only: 2022, 2019-2022 (repeat for more)'))
    .addOption(jsonOption())
    .action(async ({ json, ...scope }: ListOptions) => {
      const assistant = await openOrIngest(config(), terminal);
      try {
        const documents = await assistant.documents();
        const ids = selectDocuments(toScope(scope), documents);
        const chosen = documents.filter(({ id }) => ids?.includes(id) ?? true);
        terminal.out(json ? `${toPlainJson(chosen, 2)}\n` : showDocuments(chosen, terminal));
      } finally {
        await assistant.close();
      }
    });
}
