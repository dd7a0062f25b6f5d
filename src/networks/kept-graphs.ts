/**
 * Graphs as ONNX Runtime has laid them out to run them. One that was kept is mapped into memory and opens in a third of the
 * time (30 ms of processor time in place of 90), and what reads the same one shares it. It is what the network's own file was
 * made into, so its outputs are the same, bit for bit.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sumFile } from '../files/sum-file.ts';
import type { GraphPlace } from './graph-place.ts';
import { onnxRuntimeVersion } from './onnx-runtime.ts';

/** Changed with what a graph is made by: options of ONNX Runtime that are not in the key. */
const keptVersion = 1;

const ending = '.ort';
const unfinished = '.part';

/** What a graph was made of and by; 16 digits. */
function keyOf({ weights }: GraphPlace): string {
  const madeOf = [keptVersion, weights, onnxRuntimeVersion, process.platform, process.arch];
  return createHash('sha256').update(madeOf.join(' ')).digest('hex').slice(0, 16);
}

/** A network's graphs have a folder of their own. */
const folderOf = (cacheDir: string, { folder }: GraphPlace) => join(cacheDir, folder);

/** The path of the kept graph, held against the sum that its name ends with; undefined where there is none. */
export async function findKeptGraph(place: GraphPlace): Promise<string | undefined> {
  const { cacheDir } = place;
  if (cacheDir === undefined) return undefined;
  const folder = folderOf(cacheDir, place);
  const key = `${keyOf(place)}.`;
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(key) && one.endsWith(ending))) {
    const path = join(folder, name);
    const sum = await sumFile(path).catch(() => undefined);
    if (sum !== undefined && name === `${key}${sum.sha256}${ending}`) return path;
    await rm(path, { force: true }).catch(() => undefined);
  }
  return undefined;
}

/** Gives what was written for a graph its name, and removes what was kept of the network before. */
async function settle(fresh: string, folder: string, place: GraphPlace): Promise<void> {
  const others = (await readdir(folder)).filter((name) => name.endsWith(ending));
  const { sha256 } = await sumFile(fresh);
  await rename(fresh, join(folder, `${keyOf(place)}.${sha256}${ending}`));
  // What is open elsewhere stays there until it is closed.
  for (const name of others) await rm(join(folder, name), { force: true });
}

/**
 * Opens a graph by `open`, and keeps what that writes to the path it is given; it is given none where nothing can be kept.
 */
export async function keepGraph<Opened>(
  place: GraphPlace,
  open: (keptAs?: string) => Promise<Opened>,
): Promise<Opened> {
  const { cacheDir } = place;
  if (cacheDir === undefined) return open();
  const folder = folderOf(cacheDir, place);
  const fresh = join(folder, `${randomUUID()}${unfinished}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const opened = await open(fresh);
    await settle(fresh, folder, place).catch(() => undefined);
    return opened;
  } catch {
    // A disk that is full, or another user's folder; or the network's own file does not load.
    return await open();
  } finally {
    await rm(fresh, { force: true }).catch(() => undefined);
  }
}
