import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportConfig } from '../testing/assistant/report-index.ts';
import { loadTransformers } from './load-transformers.ts';
import { encoderName } from './model-files.ts';
import { openTokenizer } from './tokenizer.ts';

const { modelsDir } = reportConfig();

it('cuts a text as Transformers.js does, and gives its pieces the same numbers', async () => {
  const folder = join(modelsDir, encoderName);
  const ours = await openTokenizer(folder, readFileSync(join(folder, 'tokenizer_config.json'), 'utf8'));
  const { AutoTokenizer } = await loadTransformers(modelsDir);
  const theirs = await AutoTokenizer.from_pretrained(encoderName);
  const text = 'Orbán’s Hungary (pp. 91–98): EUR 7.3 billion, “de-risking”, Číňané, 中国 and 🐉.';
  const pieces = ours.tokenize(text);
  expect(pieces).toEqual(theirs.tokenize(text));
  expect(pieces).toContain('[UNK]');
  expect(pieces.map(ours.idOf).map(Number)).toEqual(theirs.encode(text, { add_special_tokens: false }));
  expect(ours.has('hungary')).toBe(true);
  expect(ours.has('Hungary')).toBe(false);
  expect(ours.idOf('Hungary')).toBe(ours.idOf('[UNK]'));
});
