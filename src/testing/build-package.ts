/**
 * The product as installed from a package: compiled from the current sources to a temporary folder, for tests that
 * start it as a process. `dist/` is left alone, since others may be using it.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../config/settings.ts';

export interface BuiltPackage {
  /** Holds bin, dist (with dist/testing), models, prompts, package.json and node_modules. */
  folder: string;
  remove(): void;
}

/**
 * Builds the package; takes about a second.
 * @param published builds as for publishing: with declarations, without dist/testing.
 */
export function buildPackage({ published = false } = {}): BuiltPackage {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'verse-package-')));
  for (const shared of ['node_modules', 'models', 'prompts', 'package.json']) {
    symlinkSync(join(packageRoot, shared), join(folder, shared));
  }
  cpSync(join(packageRoot, 'bin'), join(folder, 'bin'), { recursive: true });
  // What is not TypeScript is copied as it is.
  cpSync(join(packageRoot, 'src'), join(folder, 'dist'), {
    recursive: true,
    filter: (path) => !/\.tsx?$/.test(path) && path !== join(packageRoot, 'src', 'page'),
  });
  cpSync(join(packageRoot, 'dist', 'page'), join(folder, 'dist', 'page'), { recursive: true });
  const compiler = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(packageRoot, published ? 'tsconfig.build.json' : 'tsconfig.json');
  execFileSync(process.execPath, [compiler, '-p', project, '--outDir', join(folder, 'dist'), '--noCheck']);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
