/** `verse rename`, `tag`, `year` and `collection`: what is set of a document by hand. */
import { changeDocument } from '../../assistant/change-document.ts';
import { VerseError } from '../../core/errors.ts';
import { isSameName } from '../../text/near-names.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { DocumentListing } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { printResult } from '../print-result.ts';
import { describeDocument } from '../show/show-documents.ts';
import type { Screen } from '../terminal.ts';

interface Json {
  json?: true;
}

const show = (document: DocumentListing, { width }: Screen) =>
  `${wrapText(describeDocument(document), width)}\n`;

function showTitle({ id, title, printedTitle }: DocumentListing, { width }: Screen): string {
  const printed = printedTitle === undefined ? 'as printed' : `printed: ${printedTitle}`;
  return `${wrapText(`${id}: ${title} (${printed})`, width)}\n`;
}

/** A value, and the option that takes one back instead. */
interface Choice<Value> {
  value: Value | undefined;
  isTakenBack: boolean | undefined;
  noun: 'title' | 'year' | 'collection';
  option: '--printed' | '--none';
  /** What the option does: "to take it out". */
  instead: string;
}

/** What to set; null where it is taken back. @throws VerseError `bad-input` where neither is given, or both. */
function readChoice<Value>({ value, isTakenBack, noun, option, instead }: Choice<Value>): Value | null {
  if (isTakenBack && value !== undefined) {
    const message = `A ${noun} and ${option} cannot be given together.`;
    throw new VerseError('bad-input', message, 'Leave one out.');
  }
  if (isTakenBack) return null;
  if (value !== undefined) return value;
  const hint = `Write it behind the id, or ${option} ${instead}.`;
  throw new VerseError('bad-input', `No ${noun} is given.`, hint);
}

/** @throws VerseError `bad-input`, `unknown-document`, as all of them do. */
export async function rename(
  { terminal, config }: Session,
  id: string,
  words: readonly string[],
  { printed, json }: Json & { printed?: true },
): Promise<void> {
  const title = readChoice({
    value: words.length > 0 ? words.join(' ') : undefined,
    isTakenBack: printed,
    noun: 'title',
    option: '--printed',
    instead: 'for the printed one',
  });
  printResult(terminal, await changeDocument(config(), id, { title }), json, showTitle);
}

export async function changeYear(
  { terminal, config }: Session,
  id: string,
  value: number | undefined,
  { printed, json }: Json & { printed?: true },
): Promise<void> {
  const year = readChoice({
    value,
    isTakenBack: printed,
    noun: 'year',
    option: '--printed',
    instead: 'for the one that is read of the document',
  });
  printResult(terminal, await changeDocument(config(), id, { year }), json, show);
}

export async function changeCollection(
  { terminal, config }: Session,
  id: string,
  value: string | undefined,
  { none, json }: Json & { none?: true },
): Promise<void> {
  const collection = readChoice({
    value,
    isTakenBack: none,
    noun: 'collection',
    option: '--none',
    instead: 'to take it out of its own',
  });
  printResult(terminal, await changeDocument(config(), id, { collection }), json, show);
}

/** @throws VerseError `bad-input` for a tag to remove that is not there. */
function withoutTags(id: string, tags: readonly string[], remove: readonly string[]): string[] {
  const unknown = remove.find((one) => !tags.some((tag) => isSameName(tag, one)));
  if (unknown === undefined) return tags.filter((tag) => !remove.some((one) => isSameName(tag, one)));
  const hint = tags.length === 0 ? 'It has no tags.' : `Its tags are: ${tags.join(', ')}.`;
  throw new VerseError('bad-input', `${id} is not tagged “${unknown}”.`, hint);
}

export async function changeTags(
  { terminal, config }: Session,
  id: string,
  added: readonly string[],
  { remove = [], json }: Json & { remove?: string[] },
): Promise<void> {
  if (added.length === 0 && remove.length === 0) {
    throw new VerseError('bad-input', 'No tag is given.', 'Write it behind the id, or --remove one.');
  }
  const change = ({ tags = [] }: { tags?: readonly string[] }) => ({
    tags: [...withoutTags(id, tags, remove), ...added],
  });
  printResult(terminal, await changeDocument(config(), id, change), json, show);
}
