/**
 * The product as installed from a package: compiled from the current sources to a temporary folder, for tests that
 * start it as a process. `dist/` is left alone, since others may be using it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../config/settings.ts';

export interface BuiltPackage {
  /** Holds bin, dist (with dist/testing), models, prompts, package.json and node_modules. */
  folder: string;
  remove(): void;
}

const isTypeScript = (path: string) => /\.tsx?$/.test(path);

const bundler = join('bin', 'bundle-program.mjs');

/** A sum over all that the compiler and the bundler read, in names and contents. */
function fingerprintSources(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const paths = sources.filter(isTypeScript).map((path) => join('src', path));
  for (const path of ['tsconfig.json', 'tsconfig.build.json', bundler, ...paths.sort()])
    hash.update(path).update(readFileSync(join(packageRoot, path)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * What a build makes of the sources. The first test of a run makes it, which takes three seconds of processor time; the others
 * find it in node_modules/.cache.
 */
function compile(project: string): string {
  const cache = join(packageRoot, 'node_modules', '.cache', 'chapter-and-verse');
  const current = `compiled-${fingerprintSources()}`;
  const compiled = join(cache, `${current}-${project}`);
  if (existsSync(compiled)) return compiled;
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'compiling-'));
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [
    compiler,
    '-p',
    join(packageRoot, project),
    '--outDir',
    fresh,
    '--noCheck',
  ]);
  execFileSync(process.execPath, [join(packageRoot, bundler), fresh]);
  try {
    renameSync(fresh, compiled);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    // Another test may have been faster.
    if (!existsSync(compiled)) throw error;
  }
  const outdated = readdirSync(cache).filter((name) => /^compiled-/.test(name) && !name.startsWith(current));
  for (const name of outdated) rmSync(join(cache, name), { recursive: true, force: true });
  return compiled;
}

/**
 * Builds the package.
 * @param published builds as for publishing: with declarations, without dist/testing.
 */
export function buildPackage({ published = false } = {}): BuiltPackage {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'verse-package-')));
  for (const shared of ['node_modules', 'models', 'prompts', 'package.json']) {
    symlinkSync(join(packageRoot, shared), join(folder, shared));
  }
  cpSync(join(packageRoot, 'bin'), join(folder, 'bin'), { recursive: true });
  cpSync(compile(published ? 'tsconfig.build.json' : 'tsconfig.json'), join(folder, 'dist'), {
    recursive: true,
  });
  // What is not TypeScript is copied as it is.
  cpSync(join(packageRoot, 'src'), join(folder, 'dist'), {
    recursive: true,
    filter: (path) => !isTypeScript(path) && path !== join(packageRoot, 'src', 'page'),
  });
  cpSync(join(packageRoot, 'dist', 'page'), join(folder, 'dist', 'page'), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
