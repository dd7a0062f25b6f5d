// Makes a release of this clone, for the platform that it runs on: sets the version, closes the changelog's section, and puts
// into a folder the package, its list of packages (CycloneDX), the section as notes, and the sums of all three.
// Run as `npm run release -- VERSION [FOLDER]`; nothing is committed or sent.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makePackage } from './package.mjs';
import { keepInstalled } from './prepare.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isVersion = (text) => /^\d+\.\d+\.\d+(?:-[0-9a-z.]+)?$/.test(text);

/**
 * The changelog with its top section under a version's name, and that section.
 * @throws Error where the top section is another version's, or empty.
 */
export function closeSection(changelog, version) {
  const [, name = '', body = ''] = /^## (.+)\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  if (name !== version && name !== 'Unreleased') {
    throw new Error(
      `CHANGELOG.md begins with “${name}”. Write what a user notices of ${version} above it, under “## Unreleased”.`,
    );
  }
  if (body.trim() === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return {
    changelog: changelog.replace(`## ${name}\n`, `## ${version}\n`),
    notes: `# ${version}\n\n${body.trim()}\n`,
  };
}

/** A package.json, or a lock file, of another version. */
export function setVersion(text, version) {
  const manifest = JSON.parse(text);
  manifest.version = version;
  if (manifest.packages !== undefined) manifest.packages[''].version = version;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Lines as `sha256sum --check` reads them. */
export function listSums(files) {
  return files
    .map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('');
}

function change(name, edit) {
  const path = join(root, name);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

function release(version, folder) {
  const { changelog, notes } = closeSection(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  change('CHANGELOG.md', () => changelog);
  keepInstalled(() => {
    for (const name of ['package.json', 'package-lock.json'])
      change(name, (text) => setVersion(text, version));
  });
  mkdirSync(folder, { recursive: true });
  const tarball = makePackage(folder);
  const npm = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: process.platform === 'win32' };
  const bill = join(folder, `chapter-and-verse-${version}.cdx.json`);
  writeFileSync(bill, execFileSync('npm', ['run', '--silent', 'sbom'], npm));
  const told = join(folder, `chapter-and-verse-${version}.md`);
  writeFileSync(told, notes);
  const made = [tarball, bill, told];
  const sums = join(folder, 'SHA256SUMS');
  writeFileSync(sums, listSums(made.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))));
  process.stdout.write(`${[...made, sums].join('\n')}\n`);
  process.stdout.write(`Then: git commit -am "Version ${version}" && git tag v${version}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [version = '', folder = 'release'] = process.argv.slice(2);
  try {
    if (!isVersion(version)) throw new Error('Usage: npm run release -- VERSION [FOLDER], such as 0.2.0.');
    release(version, resolve(folder));
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
