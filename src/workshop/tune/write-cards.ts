/** Brings the cards of the networks up to date with their files, after a training. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Models } from '../../core/networks.ts';
import { type Card, readCard } from '../../networks/card.ts';
import { giveKnownOutputs } from '../../networks/known-outputs.ts';
import { hashFiles } from '../../networks/model-files.ts';
import { round } from './round.ts';

async function keep(modelsDir: string, name: string, card: Card): Promise<void> {
  const json = JSON.stringify(
    card,
    (_, value: unknown) => (typeof value === 'number' ? round(value) : value),
    2,
  );
  await writeFile(join(modelsDir, name, 'card.json'), `${json}\n`);
}

/** Writes the sums of the networks' files, as they are, into their cards; what these say in words stays. */
export async function writeSums(modelsDir: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const card = await readCard(modelsDir, name);
    await keep(modelsDir, name, { ...card, sums: await hashFiles(modelsDir, name, card) });
  }
}

/** Writes what the networks give for the known sentences of their cards, to three digits. The sums must be right. */
export async function writeKnownOutputs(
  modelsDir: string,
  names: readonly string[],
  models: Models,
): Promise<void> {
  for (const name of names)
    await keep(modelsDir, name, await giveKnownOutputs(await readCard(modelsDir, name), models));
}
