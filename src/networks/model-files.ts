/** The networks' files: their location, and whether they match their cards. */
import { join } from 'node:path';
import { VerseError } from '../core/errors.ts';
import { sumFile } from '../files/sum-file.ts';
import { type Card, readCard, repair, toNetworkId, weightsFile } from './card.ts';

/** The encoder that ships. */
export const encoderName = 'chapter-and-verse/encoder-small';
/** The network that ships for reading a text and a sentence together. */
export const readerName = 'chapter-and-verse/reader-small';

/** The networks that an installation needs. */
export const networkNames = [encoderName, readerName] as const;

async function hashFile(modelsDir: string, name: string, file: string): Promise<string> {
  const path = join(modelsDir, name, file);
  try {
    return (await sumFile(path)).sha256;
  } catch (cause) {
    throw new VerseError('model-missing', `${path}: the network's file cannot be read.`, repair, {
      cause,
      afar: `${name}: a file of the network cannot be read.`,
    });
  }
}

/** The sums of a network's files as they are, in the order of its card. */
export async function hashFiles(modelsDir: string, name: string, card: Card): Promise<Card['sums']> {
  const sums: Card['sums'] = {};
  for (const file of Object.keys(card.sums)) sums[file] = await hashFile(modelsDir, name, file);
  return sums;
}

/**
 * Compares the sum of one of a network's files with its card's.
 * @throws VerseError `model-missing`; `model-damaged` if it differs.
 */
export async function checkFile(modelsDir: string, name: string, file: string, sum: string): Promise<void> {
  const other = await hashFile(modelsDir, name, file);
  if (other === sum) return;
  throw new VerseError(
    'model-damaged',
    `${join(modelsDir, name, file)}: the file is damaged, or another one (SHA-256 ${other.slice(0, 8)}…, by its card ${sum.slice(0, 8)}…).`,
    repair,
    { afar: `${name}: a file of the network is damaged, or another one.` },
  );
}

/**
 * Compares the sums of a network's files with its card, without that of its weights, 34 MB, which are held against it where they are
 * read.
 * @throws VerseError as `checkFile`.
 */
export async function checkOtherFiles(modelsDir: string, name: string): Promise<Card> {
  const card = await readCard(modelsDir, name);
  for (const [file, sum] of Object.entries(card.sums)) {
    if (file !== weightsFile) await checkFile(modelsDir, name, file, sum);
  }
  return card;
}

/**
 * Compares the sums of a network's files with its card; reads 34 MB, in about 20 ms.
 * @throws VerseError as `checkFile`.
 */
export async function checkFiles(modelsDir: string, name: string): Promise<Card> {
  const card = await readCard(modelsDir, name);
  for (const [file, sum] of Object.entries(card.sums)) await checkFile(modelsDir, name, file, sum);
  return card;
}

/**
 * A network's id from its card, `chapter-and-verse/encoder-small@3d79285a`, without reading its other files.
 * @throws VerseError as `readCard`.
 */
export async function networkId(modelsDir: string, name: string): Promise<string> {
  return toNetworkId(name, await readCard(modelsDir, name));
}

/**
 * The encoder's id, after checking its files, without loading the network.
 * @throws VerseError as `checkFiles`.
 */
export async function encoderId(modelsDir: string): Promise<string> {
  return toNetworkId(encoderName, await checkFiles(modelsDir, encoderName));
}
