import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/settings.ts';
import { plainText, renderTable } from './markdown.ts';
import { readDeclarations } from './read-declarations.ts';
import { referencePages } from './reference-pages.ts';

const folder = join(packageRoot, 'docs', 'reference');
const pages = referencePages();

describe('docs/reference', () => {
  it.each(Object.keys(pages))('has %s as the source has it (`npm run docs` writes it)', (name) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(pages[name]);
  });

  it('has no page that is not made', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(pages).sort());
  });

  it('says of every setting what it is and which variable sets it', () => {
    const rows = pages['settings.md']?.match(/^\| `\w+`<br>.*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((row) => !/^\| `\w+`<br>`VERSE_\w+` \| [A-Z].+\. \| .+ \| .+ \|$/.test(row))).toEqual(
      [],
    );
  });

  it('has a section for all that the library exports', () => {
    const names = [...(pages['library.md']?.matchAll(/^### (\w+)$/gm) ?? [])].map(([, name]) => name);
    expect(names).toEqual([
      'openAssistant',
      'ingestDocuments',
      'changeDocument',
      'Settings',
      'AskOptions',
      'Assistant',
      'IngestReport',
      'ChapterAndVerseRetriever',
      'ChapterAndVerseRetrieverInput',
      'PassageMetadata',
      'ErrorCode',
      'VerseError',
      'OnProgress',
      'Progress',
      'WorkOptions',
    ]);
  });
});

describe('readDeclarations', () => {
  it('takes what is exported, with its comment and without bodies', () => {
    const source = `/** Not exported. */
interface Hidden {
  a: string;
}

/**
 * A place.
 * @throws Nothing.
 */
export interface Place {
  /** From 1. */
  page: number;
}

/** Its name. */
export type Name = string;

export async function find(
  name: Name,
): Promise<Place> {
  return { page: 1 };
}

/** A failure. */
export class Failure extends Error {
  readonly #secret = 1;

  constructor(readonly code: string) {
    super(code);
  }

  get sentence(): string {
    return this.code;
  }
}
`;
    expect(readDeclarations(source)).toEqual([
      {
        name: 'Place',
        comment: 'A place.\n@throws Nothing.',
        code: 'interface Place {\n  /** From 1. */\n  page: number;\n}',
      },
      { name: 'Name', comment: 'Its name.', code: 'type Name = string;' },
      { name: 'find', comment: '', code: 'function find(\n  name: Name,\n): Promise<Place>' },
      {
        name: 'Failure',
        comment: 'A failure.',
        code: 'class Failure extends Error {\n  constructor(readonly code: string);\n  get sentence(): string;\n}',
      },
    ]);
  });
});

describe('what is shown', () => {
  it('is text, but for names in backticks', () => {
    expect(plainText('a `<name>` of <those>')).toBe('a `<name>` of &lt;those&gt;');
  });

  it('stays in its cell', () => {
    expect(renderTable(['a', 'b'], [['x | y', 'two\n  lines']])).toEqual([
      '| a | b |\n| --- | --- |\n| x \\| y | two lines |',
    ]);
    expect(renderTable(['a'], [])).toEqual([]);
  });
});
