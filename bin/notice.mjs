// Lists in NOTICE under which licence each package is that an installation of Chapter & Verse has, from the lock file.
// `npm run notice` writes the list; a test holds NOTICE to it. `npm run sbom` prints the same packages as CycloneDX.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const heading = 'Packages that `npm ci` installs beside this code, by licence';

/** Packages whose package.json names the licence in a form that the lock file does not take over. */
const named = { 'world-countries': 'ODbL-1.0' };

/** What a reader must know of a licence beside its name. */
const notes = {
  'LGPL-3.0-or-later':
    'libvips, loaded by sharp as a shared library that may be replaced. Transformers.js requires it for pictures, which nothing here reads with it.',
  'ODbL-1.0':
    'names, adjectives and capitals of countries, by Mohammed Le Doze and contributors: mledoze/countries.',
};

const width = 80;

function wrap(text, indent) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && indent.length + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => indent + line).join('\n');
}

/**
 * The packages of a lock file but those for development, by licence.
 * @throws Error for a package that names no licence.
 */
export function listPackages({ packages }) {
  const licences = new Map();
  for (const [path, { version, license, name, dev }] of Object.entries(packages)) {
    if (path === '' || dev) continue;
    const called = name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const licence = license ?? named[called];
    if (licence === undefined)
      throw new Error(`${called} ${version} names no licence: look it up, then add it to bin/notice.mjs.`);
    licences.set(licence, (licences.get(licence) ?? new Set()).add(`${called} ${version}`));
  }
  return [...licences]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([licence, found]) => ({ licence, packages: [...found].sort((a, b) => a.localeCompare(b, 'en')) }));
}

/** NOTICE with the list of a lock file in place of the one that it has. */
export function writeList(notice, lock) {
  const start = notice.indexOf(`${heading}\n`);
  const own = (start < 0 ? notice : notice.slice(0, start)).trimEnd();
  const blocks = listPackages(lock).map(({ licence, packages }) => {
    const note = notes[licence];
    return [
      `    ${licence}`,
      ...(note ? [wrap(note, '        ')] : []),
      wrap(packages.join(', '), '        '),
    ].join('\n');
  });
  return `${own}\n\n${heading}\n${blocks.join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(root, 'NOTICE');
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  writeFileSync(path, writeList(readFileSync(path, 'utf8'), lock));
}
