/** `verse collection`: puts a document into a collection, by which tokens see it. */
import { Command } from 'commander';
import type { CollectionOptions } from '../actions/collection.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples } from '../options.ts';

export function collectionCommand(session: Session): Command {
  return new Command('collection')
    .description('put a document into a collection, by which tokens see it; later ingests keep it')
    .argument('<id>', 'as verse list has it')
    .argument('[name]', 'the collection; a document is in one at most')
    .option('--none', 'take it out of its collection: only tokens that see all documents see it then')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      showExamples('verse collection outlook-2026 trade', 'verse collection outlook-2026 --none'),
    )
    .action(async (id: string, name: string | undefined, options: CollectionOptions) => {
      const { changeCollection } = await import('../actions/collection.ts');
      await changeCollection(session, id, name, options);
    });
}
