/** Where an index is kept when no setting says it. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from './environment.ts';

/** The package's folder, which contains models/ and prompts/. */
export const packageRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the program runs. */
export interface Installation {
  /** Its own folder. */
  root: string;
  /** Whether that is a clone, which has the sources; else it was installed from a package. */
  isClone: boolean;
  platform: NodeJS.Platform;
  /** The user's folder. */
  home: string;
}

export const thisInstallation: Installation = {
  root: packageRoot,
  isClone: existsSync(join(packageRoot, 'src')),
  platform: process.platform,
  home: homedir(),
};

const name = 'chapter-and-verse';

/** The path in a variable of the environment, if it is an absolute one. */
const absoluteIn = (environment: Environment) => (variable: string) => {
  const value = environment[variable];
  return value !== undefined && isAbsolute(value) ? value : undefined;
};

/**
 * Where the system keeps what programs store for a user: `XDG_DATA_HOME` (a path that is not absolute does not count, as
 * the XDG Base Directory Specification says) or `~/.local/share`, on macOS and Windows their own.
 */
function userFolder({ platform, home }: Installation, environment: Environment): string {
  const set = absoluteIn(environment);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', name);
  if (platform === 'win32') return join(set('LOCALAPPDATA') ?? join(home, 'AppData', 'Local'), name);
  return join(set('XDG_DATA_HOME') ?? join(home, '.local', 'share'), name);
}

/**
 * Where the system keeps what programs can make anew: `XDG_CACHE_HOME` or `~/.cache`, on macOS and Windows their own. A clone's
 * is among its packages.
 */
function cacheFolder({ root, isClone, platform, home }: Installation, environment: Environment): string {
  const set = absoluteIn(environment);
  if (isClone) return join(root, 'node_modules', '.cache', name);
  if (platform === 'darwin') return join(home, 'Library', 'Caches', name);
  if (platform === 'win32') return join(set('LOCALAPPDATA') ?? join(home, 'AppData', 'Local'), name, 'cache');
  return join(set('XDG_CACHE_HOME') ?? join(home, '.cache'), name);
}

/** The folder of documents that are sent to an installed program, within that of its index. */
export const reportsFolder = (indexDir: string): string => join(indexDir, 'reports');

/**
 * The folders by default. A clone has its own. An installed program, whose folder the next version replaces, has its index in
 * `.verse` of the working folder where that is there, else in the user's folder; all else is beside the index.
 * @param indexDir the index, if a setting names it.
 */
export function defaultFolders(
  installation: Installation,
  environment: Environment,
  workingFolder: string,
  indexDir?: string,
): { indexDir: string; corpusDir: string; runsDir: string; cacheDir: string } {
  const cacheDir = cacheFolder(installation, environment);
  if (installation.isClone) {
    const at = (...parts: string[]) => join(installation.root, ...parts);
    return { indexDir: at('index'), corpusDir: at('corpus'), runsDir: at('evals', 'runs'), cacheDir };
  }
  const near = join(workingFolder, '.verse');
  const chosen = indexDir ?? (existsSync(near) ? near : userFolder(installation, environment));
  return { indexDir: chosen, corpusDir: reportsFolder(chosen), runsDir: join(chosen, 'runs'), cacheDir };
}
