/** Brings a network's card up to date with its files, after a training. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCard, toNetworkId } from '../../networks/card.ts';
import { hashFiles } from '../../networks/model-files.ts';

/**
 * Writes the sums of a network's files, as they are, into its card; what the card says in words is left as it is.
 * @returns the network's new id.
 */
export async function writeCard(modelsDir: string, name: string): Promise<string> {
  const card = await readCard(modelsDir, name);
  const current = { ...card, sums: await hashFiles(modelsDir, name, card) };
  await writeFile(join(modelsDir, name, 'card.json'), `${JSON.stringify(current, null, 2)}\n`);
  return toNetworkId(name, current);
}
