// Makes a fresh clone ready to run: checks the machine, installs from the lock file, builds.
// Uses nothing but Node itself, prints nothing and takes a few milliseconds when all is in place.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);

/** Loaded when something is started: it takes 10 ms, and mostly all is in place. */
const spawn = (...given) => createRequire(import.meta.url)('node:child_process').spawnSync(...given);

/** Ends the process with one sentence on what is missing and how to get it. */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Why a version of Node does not do, in a sentence; null where it does. */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 12)) return null;
  return `Chapter & Verse needs Node 20.12 or later; this is ${version}. Get a newer one from https://nodejs.org.`;
}

function checkNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem !== null) fail(problem);
}

/** hnswlib-node is compiled at install time, which needs a C++ tool chain. */
function checkCompiler() {
  const has = (command) => spawn(command, ['--version'], { stdio: 'ignore' }).status === 0;
  const missing = [
    ['python3', has('python3') || has('python')],
    ['make', has('make')],
    ['g++', has('g++') || has('clang++') || has('c++')],
  ].flatMap(([name, found]) => (found ? [] : [name]));
  if (missing.length > 0 && process.platform !== 'win32') {
    fail(
      `Installing needs ${missing.join(', ')}, not found on this machine. ` +
        `On Debian or Ubuntu: sudo apt-get install ${missing.join(' ')}.`,
    );
  }
}

function run(command, args, doing, { quiet = false } = {}) {
  if (!quiet) process.stderr.write(`${doing} …\n`);
  const result = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n`);
    fail(
      `${doing} failed: \`${command} ${args.join(' ')}\` ended with ${result.status ?? result.error?.message}.`,
    );
  }
}

/** A fingerprint of names and contents: what was made of files is current while its stamp equals theirs. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(at(path)));
  return hash.digest('hex');
}

/** The same of names, sizes and times of change: while it is as it was, no contents need be read. */
function glance(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const { size, mtimeMs, ctimeMs } = statSync(at(path));
    hash.update(`${path} ${size} ${mtimeMs} ${ctimeMs}\n`);
  }
  return hash.digest('hex');
}

function keepGlance(seen) {
  try {
    writeFileSync(at('dist/.seen'), seen);
  } catch {
    // Of another user, or read-only: the contents are read again next time.
  }
}

function sourceFiles(folder) {
  return readdirSync(at(folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? sourceFiles(path) : [path];
    })
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .sort();
}

function readStamp(path) {
  return existsSync(at(path)) ? readFileSync(at(path), 'utf8') : '';
}

const isInstalled = (stamp) => readStamp('node_modules/.chapter-and-verse') === stamp;

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two installs at once would take each other's files away: the second waits for the first. */
function takeInstallLock() {
  const lock = at('.install-lock');
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.once('exit', () => rmSync(lock, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readStamp('.install-lock'));
    if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true });
    else if (!waited) process.stderr.write(`Waiting for another install (process ${holder}) …\n`);
    Atomics.wait(pause, 0, 0, 250);
  }
}

/** A link to another checkout's packages: an install through it would empty that one's folder first. */
const hasLinkedPackages = () =>
  lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** ONNX Runtime brings its libraries for five platforms, 290 MB: those of the others go. */
function removeForeignLibraries() {
  const folder = 'node_modules/onnxruntime-node/bin';
  if (!existsSync(at(folder)) || lstatSync(at('node_modules/onnxruntime-node')).isSymbolicLink()) return;
  const own = join(process.platform, process.arch);
  for (const api of readdirSync(at(folder))) {
    for (const platform of readdirSync(at(folder, api))) {
      for (const arch of readdirSync(at(folder, api, platform))) {
        if (join(platform, arch) !== own) rmSync(at(folder, api, platform, arch), { recursive: true });
      }
    }
  }
}

/**
 * tesseract.js brings Tesseract twelve times and each language's weights twice, 58 MB: those stay that it loads in Node, one
 * by the processor, 14 MB.
 */
function removeUnusedOcr() {
  const isLinked = (path) => lstatSync(at(path), { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const loaded = /^tesseract-core(?:-simd|-relaxedsimd)?\.(?:js|wasm)$/;
  const [core, languages] = ['node_modules/tesseract.js-core', 'node_modules/@tesseract.js-data'];
  const namesIn = (folder) => (existsSync(at(folder)) && !isLinked(folder) ? readdirSync(at(folder)) : []);
  for (const name of namesIn(core)) {
    if (name.startsWith('tesseract-core') && !loaded.test(name)) rmSync(at(core, name));
  }
  for (const name of namesIn(languages)) {
    if (!isLinked(`${languages}/${name}`))
      rmSync(at(languages, name, '4.0.0'), { recursive: true, force: true });
  }
}

function install() {
  const stamp = fingerprint(['package-lock.json']);
  if (isInstalled(stamp) || hasLinkedPackages()) return;
  checkCompiler();
  takeInstallLock();
  if (isInstalled(stamp)) return;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'], 'Installing packages');
  removeForeignLibraries();
  removeUnusedOcr();
  writeFileSync(at('node_modules/.chapter-and-verse'), stamp);
}

/** Changes the lock file in what is no package, so that those that are installed stay current. */
export function keepInstalled(change) {
  const wasInstalled = isInstalled(fingerprint(['package-lock.json']));
  change();
  if (wasInstalled) writeFileSync(at('node_modules/.chapter-and-verse'), fingerprint(['package-lock.json']));
}

/** Builds beside `dist` and puts the result in its place: a process that runs meanwhile finds the old one or the new. */
function build(force) {
  const paths = [
    'tsconfig.json',
    'tsconfig.build.json',
    'bin/bundle-page.mjs',
    'bin/bundle-program.mjs',
    ...sourceFiles('src'),
  ];
  const seen = glance(paths);
  if (!force && readStamp('dist/.seen') === seen) return;
  const stamp = fingerprint(paths);
  if (!force && readStamp('dist/.source') === stamp) {
    keepGlance(seen);
    return;
  }
  const fresh = `node_modules/.dist-${process.pid}`;
  const old = `${fresh}-old`;
  process.once('exit', () => rmSync(at(fresh), { recursive: true, force: true }));
  const compiler = at('node_modules/typescript/bin/tsc');
  run(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', at(fresh)], 'Building');
  const bundle = (name, ...given) =>
    run(process.execPath, [at('bin', name), ...given], 'Bundling', { quiet: true });
  bundle('bundle-page.mjs', at(fresh, 'page'));
  bundle('bundle-program.mjs', at(fresh));
  for (const path of sourceFiles('src')) {
    if (/\.tsx?$/.test(path) || path.startsWith('src/page/')) continue;
    const target = at(path.replace(/^src/, fresh));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(at(path), target);
  }
  writeFileSync(at(fresh, '.source'), stamp);
  writeFileSync(at(fresh, '.seen'), seen);
  try {
    if (existsSync(at('dist'))) renameSync(at('dist'), at(old));
    renameSync(at(fresh), at('dist'));
  } catch (error) {
    // A process that built at the same time was faster: its build serves as well.
    if (readStamp('dist/.source') !== stamp) throw error;
  }
  rmSync(at(old), { recursive: true, force: true });
}

/** Installs and builds what is missing or out of date. A published package ships without `src` and needs neither. */
export function prepare({ force = false } = {}) {
  checkNode();
  if (!existsSync(at('src'))) return;
  install();
  build(force);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) prepare({ force: process.argv.includes('--build') });
