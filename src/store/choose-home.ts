/** Where an index is kept. */
import { createDiskHome } from './disk/disk-home.ts';
import type { IndexHome } from './index-home.ts';

/** The settings that say where an index is kept. */
export interface IndexPlace {
  indexDir: string;
}

export async function openHome({ indexDir }: IndexPlace): Promise<IndexHome> {
  return createDiskHome(indexDir);
}

/** Opens the home of an index, uses it and closes it. */
export async function withHome<Result>(
  place: IndexPlace,
  use: (home: IndexHome) => Promise<Result>,
): Promise<Result> {
  const home = await openHome(place);
  try {
    return await use(home);
  } finally {
    await home.close();
  }
}
