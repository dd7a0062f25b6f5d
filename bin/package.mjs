// Makes the package that is installed in a line: a tarball with all that the program needs on this platform, so that an
// installation compiles, downloads and runs nothing. Run as `npm run package -- [FOLDER]`.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledManifest, findBundled, importedAs, packageManifest } from './package/bundled-packages.mjs';
import { emptyPackages, isLeftOut } from './package/left-out.mjs';
import { isProgramFile, programPaths } from './package/program-files.mjs';
import { prepare } from './prepare.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

/** What is compiled for this machine serves others of its kind: npm refuses the rest, with what it was made for. */
function describePlatform() {
  const { glibcVersionRuntime } = process.report.getReport().header;
  const libc = process.platform === 'linux' ? [glibcVersionRuntime ? 'glibc' : 'musl'] : undefined;
  return { os: [process.platform], cpu: [process.arch], ...(libc && { libc }) };
}

/** The package.json of each package that the lock file has for use and that is installed here. */
function readInstalled() {
  const { packages } = readJson(join(root, 'package-lock.json'));
  const paths = Object.keys(packages).filter((path) => path !== '' && packages[path].dev !== true);
  const there = paths.filter((path) => existsSync(join(root, path, 'package.json')));
  return new Map(there.map((path) => [path, readJson(join(root, path, 'package.json'))]));
}

/** The program itself. */
function copyProgram(staging) {
  const filter = (source) => isProgramFile(relative(root, source).split(sep).join('/'));
  for (const path of programPaths) cpSync(join(root, path), join(staging, path), { recursive: true, filter });
}

function copyPackage(path, name, target) {
  const platform = `${process.platform}/${process.arch}`;
  const source = join(root, path);
  const saysLicence = readdirSync(source).some((file) => /^(?:licen[cs]e|copying)/i.test(file));
  /** Where no file of its own has the licence, it is in the one that introduces the package. */
  const isKept = (below) => !saysLicence && /^readme/i.test(below);
  cpSync(source, target, {
    recursive: true,
    dereference: true,
    filter: (file) => {
      const below = relative(source, file).split(sep).join('/');
      if (below === 'node_modules' || below.startsWith('node_modules/')) return false;
      return statSync(file).isDirectory() || isKept(below) || !isLeftOut(name, below, platform);
    },
  });
}

function copyPackages(staging, needs, installed) {
  for (const path of needs.keys()) {
    if (path === '') continue;
    const target = join(staging, path);
    const { name, version, license } = installed.get(path);
    if (emptyPackages.has(importedAs(path))) {
      mkdirSync(target, { recursive: true });
      writeJson(join(target, 'package.json'), { name, version, license, main: 'index.js' });
      writeFileSync(join(target, 'index.js'), '// Left out: nothing here uses it.\n');
    } else {
      copyPackage(path, name, target);
      writeJson(join(target, 'package.json'), bundledManifest(path, needs, installed));
    }
  }
}

/** @returns the path of the tarball, which names the platform. */
function pack(staging, folder, { os, cpu, libc = [] }) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const printed = execFileSync(
    npm,
    ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
    {
      cwd: staging,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      shell: process.platform === 'win32',
    },
  );
  const parsed = JSON.parse(printed);
  const [{ filename }] = Array.isArray(parsed) ? parsed : Object.values(parsed);
  const platform = [...os, ...cpu, ...libc.filter((one) => one !== 'glibc')].join('-');
  const path = join(folder, filename.replace(/\.tgz$/, `-${platform}.tgz`));
  renameSync(join(folder, filename), path);
  return path;
}

/** Makes the tarball in a folder; returns its path. */
export function makePackage(folder) {
  prepare();
  mkdirSync(folder, { recursive: true });
  const staging = mkdtempSync(join(tmpdir(), 'verse-staging-'));
  try {
    const manifest = readJson(join(root, 'package.json'));
    const [installed, platform] = [readInstalled(), describePlatform()];
    const needs = findBundled(manifest, installed);
    copyProgram(staging);
    copyPackages(staging, needs, installed);
    writeJson(join(staging, 'package.json'), packageManifest(manifest, needs, installed, platform));
    return pack(staging, folder, platform);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // What `npm pack` and `npm publish` would make needs a compiler and a network where it is installed.
  if (process.argv[2] === '--refuse') {
    process.stderr.write(
      'npm pack leaves out what the package must bring: `npm run package -- FOLDER` makes it.\n',
    );
    process.exit(1);
  }
  const path = makePackage(resolve(process.argv[2] ?? '.'));
  process.stdout.write(`${path}: ${(statSync(path).size / 1e6).toFixed(0)} MB\n`);
}
