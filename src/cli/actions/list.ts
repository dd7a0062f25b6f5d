/** `verse list`: the documents, a row each. */
import { selectDocuments } from '../../assistant/select-documents.ts';
import { checkCollection } from '../../config/grants.ts';
import type { Session } from '../chat/session.ts';
import { type ScopeOptions, toScope } from '../options.ts';
import { printResult } from '../print-result.ts';
import { hintOnReading, showDocuments } from '../show/show-documents.ts';
import { withAssistant } from '../with-assistant.ts';

export interface ListOptions extends Pick<ScopeOptions, 'tag' | 'year'> {
  collection?: string;
  json?: true;
}

export async function list(
  { terminal, config }: Session,
  { json, collection: named, ...scope }: ListOptions,
): Promise<void> {
  const collection = named === undefined ? undefined : checkCollection(named);
  const documents = await withAssistant(config(), terminal, (assistant) => assistant.documents());
  const ids = selectDocuments(toScope(scope), documents);
  const chosen = documents.filter(
    (one) => (ids?.includes(one.id) ?? true) && (collection === undefined || one.collection === collection),
  );
  printResult(terminal, chosen, json, () => showDocuments(chosen, terminal));
  if (terminal.isInteractive && !json) terminal.err(hintOnReading(chosen));
}
