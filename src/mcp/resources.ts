/** The documents and their chapters as resources. */
import type { ReadResourceResult, Resource } from '@modelcontextprotocol/sdk/types.js';
import type { Assistant } from '../assistant/assistant.ts';
import { resolveNames } from '../assistant/resolve-names.ts';
import { VerseError } from '../core/errors.ts';
import { escapeMarkup } from '../text/escape-markdown.ts';
import type { DocumentListing } from '../wire/types.ts';
import { showChapter } from './show-chapter.ts';
import { pagesOf, showContents } from './show-contents.ts';

const mimeType = 'text/markdown';

export const resourceTemplates = [
  {
    uriTemplate: 'verse://{document}',
    name: 'document',
    title: 'The contents of a report',
    description: 'Its chapters with their pages.',
    mimeType,
  },
  {
    uriTemplate: 'verse://{document}/{chapter}',
    name: 'chapter',
    title: 'A chapter of a report',
    description: 'Its whole text with headings, page numbers and endnotes.',
    mimeType,
  },
];

function uriOf(document: string, chapter?: string): string {
  const path = chapter === undefined ? '' : `/${encodeURIComponent(chapter)}`;
  return `verse://${encodeURIComponent(document)}${path}`;
}

/** Each document, followed by its chapters. */
export function listResources(documents: readonly DocumentListing[]): Resource[] {
  return documents.flatMap(({ id, label, chapters }) => [
    { uri: uriOf(id), name: id, title: label, description: 'The chapters with their pages.', mimeType },
    ...chapters.map((chapter) => ({
      uri: uriOf(id, chapter.name),
      name: `${id}/${chapter.name}`,
      title: chapter.title,
      description: `The chapter's text, ${pagesOf(chapter)} of ${label}.`,
      mimeType,
    })),
  ]);
}

function parseUri(uri: string): { document: string; chapter: string | undefined } {
  const [, document = '', chapter] = /^verse:\/\/([^/]+)(?:\/([^/]+))?\/?$/.exec(uri) ?? [];
  try {
    if (document !== '') {
      return {
        document: decodeURIComponent(document),
        chapter: chapter === undefined ? undefined : decodeURIComponent(chapter),
      };
    }
  } catch {
    // A malformed escape: not one of our addresses either.
  }
  throw new VerseError(
    'bad-input',
    `“${uri}” is no address of a document or chapter.`,
    'Write verse://document or verse://document/chapter.',
  );
}

/** @throws VerseError `bad-input`, `unknown-document`, `unknown-chapter`. */
export async function readResource(uri: string, assistant: Assistant): Promise<ReadResourceResult> {
  const wanted = parseUri(uri);
  const document = await assistant.document(wanted.document);
  const give = (text: string) => ({ contents: [{ uri, mimeType, text: escapeMarkup(text) }] });
  const listing = (await assistant.documents()).find(({ id }) => id === document.id);
  if (wanted.chapter === undefined)
    return give(listing === undefined ? document.title : showContents(listing));
  const names = document.chapters.map(({ name }) => name);
  const [name] = resolveNames('chapter', [wanted.chapter], names);
  const chapter = document.chapters.find((one) => one.name === name);
  if (chapter === undefined) throw new VerseError('unknown-chapter', `No chapter is called “${name}”.`);
  return give(
    showChapter(
      chapter,
      listing?.label ?? document.title,
      await assistant.chapter(document.id, chapter.name),
    ),
  );
}

/** Variables that are filled in with a document's id: of resource templates, and of prompts. */
const ofDocument = ['document', 'before', 'after'];

/** Completions of a variable, ignoring case; chapters of the chosen document, if one is chosen. */
export function completeVariable(
  { name, value }: { name: string; value: string },
  document: string | undefined,
  documents: readonly DocumentListing[],
): string[] {
  const chosen = documents.filter(({ id }) => document === undefined || id === document);
  const known = ofDocument.includes(name)
    ? documents.map(({ id }) => id)
    : name === 'chapter'
      ? chosen.flatMap(({ chapters }) => chapters.map((chapter) => chapter.name))
      : [];
  const start = value.toLowerCase();
  return [...new Set(known)].filter((one) => one.toLowerCase().startsWith(start));
}
