import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../store/disk/sync-folder.ts';
import { setAside } from './remove-documents.ts';

/** Renames a complete file, so that it outlives a power cut; a file that has its new path already is set aside. */
export async function placeFile(from: string, to: string): Promise<void> {
  if (existsSync(to)) await setAside(to);
  await rename(from, to);
  await syncFolder(dirname(to));
}
