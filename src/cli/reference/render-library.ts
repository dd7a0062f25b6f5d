/** What a program imports from the package, with the doc comments of the source, in Markdown. Pure. */
import { posix } from 'node:path';
import { errorCodes } from '../../core/errors.ts';
import { code, plainText, renderCode, renderPage, renderTable } from './markdown.ts';
import { type Declaration, readDeclarations } from './read-declarations.ts';

/** Types of the wire whose name differs from that of their schema. */
const schemaNames: Readonly<Record<string, string>> = {
  CheckedSentence: 'Verification',
  DocumentListing: 'Document',
  PassageDetail: 'Passage',
};

/** Prose of a doc comment: `@throws VerseError …` as a sentence of its own. */
function renderComment(comment: string): string[] {
  if (comment === '') return [];
  const [about = '', ...tags] = comment.split(/^@/m);
  const lines = tags.map((tag) => {
    const [, name = '', rest = ''] = /^(\w+)\s+([\s\S]*)$/.exec(tag) ?? [];
    return `*${name}*: ${rest.replace(/\s+/g, ' ').trim()}`;
  });
  return [about.replace(/\s+/g, ' ').trim(), ...lines].filter((line) => line !== '').map(plainText);
}

function renderDeclaration({ name, comment, code: text }: Declaration): string[] {
  return [`### ${name}`, ...renderComment(comment), renderCode('ts', text)];
}

/** The declaration of a name that a file exports, its own or one that it imports. */
function findDeclaration(name: string, path: string, read: (path: string) => string): Declaration[] {
  const source = read(path);
  const own = readDeclarations(source).filter((declaration) => declaration.name === name);
  if (own.length > 0) return own;
  const imported = new RegExp(`^import (?:type )?\\{[^}]*\\b${name}\\b[^}]*\\} from [']([^']+)[']`, 'm').exec(
    source,
  );
  return imported?.[1] === undefined
    ? []
    : findDeclaration(name, posix.join(posix.dirname(path), imported[1]), read);
}

/** What library.ts takes from another file: its names and the file, "./core/types.ts". */
function readReexports(source: string): { names: string[]; from: string }[] {
  return [...source.matchAll(/^export (?:type )?\{([^}]+)\} from [']([^']+)['];$/gm)].map(
    ([, names = '', from = '']) => ({
      names: names
        .split(',')
        .map((name) => name.trim().replace(/^type /, ''))
        .filter((name) => name !== ''),
      from,
    }),
  );
}

/**
 * A page of the reference.
 * @param read gives the text of a file below src: "library.ts".
 */
export function renderLibrary(read: (path: string) => string): string {
  const source = read('library.ts');
  const reexports = readReexports(source);
  const isWire = ({ from }: { from: string }) => from.startsWith('./wire/');
  const others = reexports
    .filter((one) => !isWire(one))
    .flatMap(({ names, from }) =>
      names.flatMap((name) => findDeclaration(name, posix.normalize(from), read)),
    );
  const wire = reexports.filter(isWire).flatMap(({ names }) => names);
  const own = readDeclarations(source);
  const isFunction = ({ code: text }: Declaration) => text.startsWith('function');
  return renderPage('Library', [
    'What a program imports of `chapter-and-verse`, with its types. [In a program](../guides/in-a-program.md) begins with an example. `Settings` are those of [Settings](settings.md), by the names that the settings file has.',
    '## Functions',
    ...own.filter(isFunction).flatMap(renderDeclaration),
    '## Classes and types',
    ...[...own.filter((one) => !isFunction(one)), ...others].flatMap(renderDeclaration),
    '## Error codes',
    'The `code` of a VerseError, the exit code of the command that ends with it, and the status of the response:',
    ...renderTable(
      ['code', 'exit', 'status'],
      Object.entries(errorCodes).map(([name, { exit, status }]) => [
        code(name),
        String(exit),
        String(status),
      ]),
    ),
    '## Requests and answers',
    'They are those of the API, with the same fields:',
    wire.map((name) => `- [${code(name)}](api.md#${(schemaNames[name] ?? name).toLowerCase()})`).join('\n'),
  ]);
}
