// Writes the pages of docs/reference from the source; a test holds the pages to it. `npm run docs -- --site FOLDER` makes the
// static site of all pages instead, with packages of its own (docs/site/package.json), which it installs if need be.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const siteFolder = join(root, 'docs', 'site');

async function writeReference() {
  const { referencePages } = await import('../dist/cli/reference/reference-pages.js');
  for (const [name, text] of Object.entries(referencePages())) {
    writeFileSync(join(root, 'docs', 'reference', name), text);
  }
}

/** Runs a program to its end. @throws Error that says what it printed. */
function run(command, args, cwd) {
  const { status, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${status ?? error?.message}: ${stderr}`);
}

function installGenerator() {
  const lock = readFileSync(join(siteFolder, 'package-lock.json'), 'utf8');
  const stamp = join(siteFolder, 'node_modules', '.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'], siteFolder);
  writeFileSync(stamp, lock);
}

prepare();
const [option, folder] = process.argv.slice(2);
if (option === undefined) {
  await writeReference();
} else if (option === '--site' && folder !== undefined) {
  installGenerator();
  run(process.execPath, [join(siteFolder, 'build.mjs'), resolve(folder)], root);
} else {
  process.stderr.write('Usage: npm run docs, or npm run docs -- --site FOLDER.\n');
  process.exitCode = 2;
}
