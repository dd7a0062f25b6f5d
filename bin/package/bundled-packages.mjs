// Which packages go into the tarball, and what their package.json says there.
import { emptyPackages, isUnusedPackage } from './left-out.mjs';

const folder = 'node_modules/';

/** The name that a package is imported by: "node_modules/a/node_modules/@b/c" is "@b/c". */
export const importedAs = (path) => path.slice(path.lastIndexOf(folder) + folder.length);

/** Where Node finds a package that one at `from` imports; undefined where it is not there. */
function resolvePackage(name, from, isThere) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(`/${folder}`)))) {
    const path = at === '' ? `${folder}${name}` : `${at}/${folder}${name}`;
    if (isThere(path)) return path;
    if (at === '') return undefined;
  }
}

/** The packages that one needs, and may need, by name; optional peers are for its user to add. */
function neededBy({
  dependencies = {},
  optionalDependencies = {},
  peerDependencies = {},
  peerDependenciesMeta = {},
}) {
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers])].sort();
}

/**
 * The packages that the program loads, by their paths in node_modules.
 * @param root the program's package.json.
 * @param installed the package.json of each path that is installed and not for development alone.
 * @returns for each path, and for '' (the program), the paths of those that it needs.
 */
export function findBundled(root, installed) {
  const needs = new Map();
  const visit = (path, manifest) => {
    const names = emptyPackages.has(importedAs(path)) ? [] : neededBy(manifest);
    const found = names
      .filter((name) => !isUnusedPackage(name))
      .flatMap((name) => resolvePackage(name, path, (one) => installed.has(one)) ?? []);
    needs.set(path, found);
    for (const one of found) if (!needs.has(one)) visit(one, installed.get(one));
  };
  visit('', root);
  return needs;
}

/** Exact, so that npm finds nothing to fetch: what is bundled is what is wanted. An alias keeps its own name. */
function exactDependencies(paths, installed) {
  return Object.fromEntries(
    paths.map((path) => {
      const { name, version } = installed.get(path);
      return [importedAs(path), name === importedAs(path) ? version : `npm:${name}@${version}`];
    }),
  );
}

/** Nothing of these is left for npm to do or to look up: no script to run, no peer to find, no addon to compile. */
const settled = [
  'scripts',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
  'bundleDependencies',
  'bundledDependencies',
  'overrides',
  'allowScripts',
  'files',
  'gypfile',
  'funding',
];

function withoutSettled(manifest) {
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !settled.includes(key)));
}

/** The package.json of a bundled package. */
export function bundledManifest(path, needs, installed) {
  return {
    ...withoutSettled(installed.get(path)),
    dependencies: exactDependencies(needs.get(path), installed),
  };
}

/**
 * The package.json of the tarball.
 * @param platform os, cpu and, on Linux, libc that it is for, as npm compares them.
 */
export function packageManifest(root, needs, installed, platform) {
  const dependencies = exactDependencies(needs.get(''), installed);
  const { peerDependencies, peerDependenciesMeta } = root;
  return {
    ...withoutSettled(root),
    ...platform,
    dependencies,
    bundleDependencies: Object.keys(dependencies),
    peerDependencies,
    peerDependenciesMeta,
  };
}
