import { open } from 'node:fs/promises';

/** Flushes renames and new files of a folder to the disk, if the system supports it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
