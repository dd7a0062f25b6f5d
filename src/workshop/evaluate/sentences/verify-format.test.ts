import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { readTriples } from './verify-format.ts';

const folder = temporaryFolder('triples');

async function readText(text: string) {
  const path = join(folder, 'triples.jsonl');
  await writeFile(path, text);
  return readTriples(path);
}

const line =
  '{"id":"a-v01","chapter":"A","page":3,"passage":"It is so.","sentence":"So it is.","verdict":"supported","kind":"reordered","note":""}';

describe('readTriples', () => {
  it('reads one sentence a line, past blank ones', async () => {
    expect(await readText(`${line}\n\n`)).toMatchObject([{ id: 'a-v01', verdict: 'supported', page: 3 }]);
  });

  it('reads a passage with all its sentences', async () => {
    const { chapter, page, passage, ...sentence } = JSON.parse(line);
    const group = { chapter, page, passage, sentences: [sentence, { ...sentence, id: 'a-v02' }] };
    const [first, second] = await readText(JSON.stringify(group));
    expect(first).toEqual({ ...JSON.parse(line), file: 'triples.jsonl' });
    expect(second).toMatchObject({ id: 'a-v02', passage });
  });

  it('names the line that is no JSON, or lacks something', async () => {
    await expect(readText(`${line}\n{"id":`)).rejects.toThrow(/triples\.jsonl, line 2: not JSON/);
    await expect(readText(line.replace('supported', 'true'))).rejects.toThrow(/line 1: .*verdict/s);
  });

  it('names a file that is not there', async () => {
    await expect(readTriples(join(folder, 'none.jsonl'))).rejects.toThrow(/none\.jsonl: no such file\./);
  });
});
