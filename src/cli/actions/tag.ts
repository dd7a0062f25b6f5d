/** `verse tag`: sets a document's tags. */
import { changeDocument } from '../../assistant/change-document.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { isSameName } from '../../text/near-names.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Session } from '../chat/session.ts';
import { describeDocument } from '../show/show-documents.ts';

export interface TagOptions {
  remove?: string[];
  json?: true;
}

/** @throws VerseError `bad-input` for a tag to remove that is not there. */
function withoutTags(id: string, tags: readonly string[], remove: readonly string[]): string[] {
  const unknown = remove.find((one) => !tags.some((tag) => isSameName(tag, one)));
  if (unknown === undefined) return tags.filter((tag) => !remove.some((one) => isSameName(tag, one)));
  const hint = tags.length === 0 ? 'It has no tags.' : `Its tags are: ${tags.join(', ')}.`;
  throw new VerseError('bad-input', `${id} is not tagged “${unknown}”.`, hint);
}

/** @throws VerseError `bad-input`, `unknown-document`. */
export async function changeTags(
  { terminal, config }: Session,
  id: string,
  added: readonly string[],
  { remove = [], json }: TagOptions,
): Promise<void> {
  if (added.length === 0 && remove.length === 0) {
    throw new VerseError('bad-input', 'No tag is given.', 'Write it behind the id, or --remove one.');
  }
  const document = await changeDocument(config(), id, ({ tags = [] }) => ({
    tags: [...withoutTags(id, tags, remove), ...added],
  }));
  terminal.out(
    json ? `${toPlainJson(document, 2)}\n` : `${wrapText(describeDocument(document), terminal.width)}\n`,
  );
}
