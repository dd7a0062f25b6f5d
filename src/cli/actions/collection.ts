/** `verse collection`: puts a document into a collection, by which tokens see it. */
import { changeDocument } from '../../assistant/change-document.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Session } from '../chat/session.ts';
import { describeDocument } from '../show/show-documents.ts';

export interface CollectionOptions {
  none?: true;
  json?: true;
}

/** @throws VerseError `bad-input` where there is neither a collection nor `--none`, or both. */
function readCollection(name: string | undefined, { none }: CollectionOptions): string | null {
  if (name !== undefined && !none) return name;
  if (name === undefined && none) return null;
  const message = none ? 'A collection and --none cannot be given together.' : 'No collection is given.';
  throw new VerseError('bad-input', message, 'Write it behind the id, or --none to take it out of its own.');
}

/** @throws VerseError `bad-input`, `unknown-document`. */
export async function changeCollection(
  { terminal, config }: Session,
  id: string,
  name: string | undefined,
  options: CollectionOptions,
): Promise<void> {
  const document = await changeDocument(config(), id, { collection: readCollection(name, options) });
  terminal.out(
    options.json
      ? `${toPlainJson(document, 2)}\n`
      : `${wrapText(describeDocument(document), terminal.width)}\n`,
  );
}
