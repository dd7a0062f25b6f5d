import { copyFile, link, open } from 'node:fs/promises';

/** The files of a build are never written again, so that one may stand in two; where there are no links it is copied. */
export async function takeOver(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to);
    const copy = await open(to, 'r+');
    await copy.sync().finally(() => copy.close());
  }
}
