/** `verse chapters`: the documents and their chapters with pages. */
import { Command } from 'commander';
import type { DocumentListing } from '../wire.ts';
import { openOrIngest } from './open-or-ingest.ts';
import { documentOption, jsonOption } from './options.ts';
import type { Session } from './session.ts';
import { VerseError } from '../errors.ts';
import { nearNames } from '../near-names.ts';

/** Chapters as a table: name, pages, title. Pure. */
export function showChapters(documents: readonly DocumentListing[]): string {
  const blocks = documents.map((document) => {
    const width = Math.max(...document.chapters.map((chapter) => chapter.name.length));
    const rows = document.chapters.map(({ name, page, lastPage, title }) => {
      const pages = `${page}–${lastPage}`.padStart(8);
      const rest = title.startsWith(`${name}: `) ? title.slice(name.length + 2) : title;
      return `  ${name.padEnd(width)} ${pages}  ${rest === name ? '' : rest}`.trimEnd();
    });
    return [`${document.id}: ${document.title} (${document.pages} pages)`, ...rows].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}

export function chaptersCommand({ terminal, config }: Session): Command {
  return new Command('chapters')
    .description('list the documents and their chapters with pages')
    .addOption(documentOption())
    .addOption(jsonOption())
    .action(async (options: { document?: string[]; json?: true }) => {
      const assistant = await openOrIngest(config(), terminal);
      try {
        const all = assistant.documents();
        const ids = all.map((document) => document.id);
        for (const wanted of options.document ?? []) {
          if (ids.includes(wanted)) continue;
          const near = nearNames(wanted, ids);
          throw new VerseError(
            'unknown-document',
            `No document is called “${wanted}”.`,
            near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are: ${ids.join(', ')}.`,
          );
        }
        const chosen = all.filter((document) => options.document?.includes(document.id) ?? true);
        terminal.out(options.json ? `${JSON.stringify(chosen, null, 2)}\n` : showChapters(chosen));
      } finally {
        await assistant.close();
      }
    });
}
