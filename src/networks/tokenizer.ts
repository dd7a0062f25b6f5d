/** How a network's texts are cut into pieces: by the tokenizers that Transformers.js reads by, without the rest of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer as LoadedTokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';

/** Cuts texts into pieces and gives each its number. */
export interface Tokenizer {
  tokenize(text: string): string[];
  has(piece: string): boolean;
  /** As the network counts it: that of unknown pieces for one that it has not. */
  idOf(piece: string): bigint;
}

const settingsSchema = z.looseObject({ unk_token: z.string() });

/**
 * @param folder the network's.
 * @param settings its tokenizer_config.json.
 * @throws Error where it does not load.
 */
export async function openTokenizer(folder: string, settings: string): Promise<Tokenizer> {
  const rules: object = JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8'));
  const config = settingsSchema.parse(JSON.parse(settings));
  const tokenizer = new LoadedTokenizer(rules, config);
  const unknown = tokenizer.token_to_id(config.unk_token);
  if (unknown === undefined) throw new Error(`${folder}: there is no piece ${config.unk_token}.`);
  return {
    tokenize: (text) => tokenizer.tokenize(text),
    has: (piece) => tokenizer.token_to_id(piece) !== undefined,
    idOf: (piece) => BigInt(tokenizer.token_to_id(piece) ?? unknown),
  };
}
