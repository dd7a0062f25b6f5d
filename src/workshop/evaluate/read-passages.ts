/** All passages of all documents: evals know which of them hold the evidence, whether they are found or not. */
import type { Assistant } from '../../assistant/assistant.ts';
import type { Passage } from '../../core/types.ts';

export async function readPassages(assistant: Assistant): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const { id } of await assistant.documents()) passages.push(...(await assistant.passages(id)));
  return passages;
}
