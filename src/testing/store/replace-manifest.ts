/**
 * Replaces the manifest of an index, with its folder named by the new sum, as another version would have written it.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameBuild } from '../../store/disk/manifest.ts';

/** @returns the new folder of the current build. */
export function replaceManifest(indexDir: string, change: (json: string) => string): string {
  const pointer = join(indexDir, 'current');
  const folder = join(indexDir, readFileSync(pointer, 'utf8').trim());
  const json = change(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const name = nameBuild(Buffer.from(json));
  writeFileSync(join(folder, 'manifest.json'), json);
  renameSync(folder, join(indexDir, name));
  writeFileSync(pointer, `${name}\n`);
  return join(indexDir, name);
}
