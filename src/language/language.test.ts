import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';
import { findEnglish } from '../testing/language/english-in-source.ts';

/** The folders that read documents and questions. The others speak to people, in English. */
const readers = 'text ingest networks search store answer converse verify claims write assistant'.split(' ');

/**
 * Words outside language/en that are English, and are no words of a document or a question but what files, systems and
 * formats call things: the files, or folders, and how many different words each has. The counts may only fall.
 */
const left: Readonly<Record<string, number>> = {
  // Names of fonts.
  'ingest/layout/accents.ts': 1,
  'ingest/layout/font-family.ts': 2,
  'ingest/pdf/font-style.ts': 6,
  'ingest/pdf/tex-encoding.ts': 1,
  // What Linux says of a processor.
  'networks/processor.ts': 2,
  // Names of the program's own files.
  'store/disk/manifest.ts': 1,
  'store/postgres/files/keep-in-folder.ts': 1,
  'store/disk/audit-files.ts': 1,
  // What pg says of a connection.
  'store/postgres/database-errors.ts': 18,
  // What PDF.js says of a damaged file.
  'ingest/pdf/find-damage.ts': 25,
  // Names of HTML tags, address schemes and endings of hosts.
  'verify/checks/check-markup.ts': 40,
};

const sourceFolder = join(packageRoot, 'src');
const found = readers.flatMap((folder) =>
  readdirSync(join(sourceFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /(?<!\.test)\.ts$/.test(path))
    .sort()
    .map((path) => ({ path, words: findEnglish(readFileSync(join(sourceFolder, path), 'utf8')) }))
    .filter(({ words }) => words.length > 0),
);

/** What a file is listed under: itself, or its folder. */
const rowOf = (path: string) =>
  Object.keys(left).find((row) => path === row || (row.endsWith('/') && path.startsWith(row)));

describe('English', () => {
  it('is found in patterns and lists, and not in what is said to people', () => {
    expect(findEnglish('const few = /\\b(?:little|hardly)\\b/i; // not this')).toEqual(['hardly', 'little']);
    expect(findEnglish("const all = new Set('all every each always'.split(' '));")).toEqual([
      'all',
      'always',
      'each',
      'every',
    ]);
    expect(findEnglish('const sides = `\nrise grow | fall drop\n`;')).toEqual([
      'drop',
      'fall',
      'grow',
      'rise',
    ]);
    expect(findEnglish('new RegExp(`\\\\b(?:$' + "{join(all)}|none)`, 'i')")).toEqual(['none']);
    expect(findEnglish('const soft = /\\u00ad$/;')).toEqual([]);
    expect(
      findEnglish("import a from './not/this/one.ts'; fail('it does not say this here', /\\p{Lu}+\\s/u);"),
    ).toEqual([]);
  });

  it('stands in language/en and nowhere else', () => {
    expect(
      found
        .filter(({ path }) => rowOf(path) === undefined)
        .map(({ path, words }) => `${path}: ${words.join(' ')}`),
    ).toEqual([]);
  });

  it('is nowhere more than is listed', () => {
    const more = Object.entries(left).flatMap(([row, most]) => {
      const count = found
        .filter(({ path }) => rowOf(path) === row)
        .reduce((sum, { words }) => sum + words.length, 0);
      return count > most || count === 0 ? [`${row}: ${count} words, ${most} listed`] : [];
    });
    expect(more).toEqual([]);
  });
});
