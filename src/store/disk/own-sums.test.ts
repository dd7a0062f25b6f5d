import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import type { Passage } from '../../core/types.ts';
import { encodePassages } from '../../search/encode-passages.ts';
import { sampleNote, samplePassages, sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { replaceManifest } from '../../testing/store/replace-manifest.ts';
import { type OpenIndex, openIndex } from './open-index.ts';
import { writeIndex } from './write-index.ts';

const encoder = createFakeEncoder();
const expected = { encoderId: encoder.id };
const ids = samplePassages.map(({ id }) => id);

let root = '';
let folder = '';
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'verse-sums-'));
  const { encodings } = await encodePassages(samplePassages, encoder);
  folder = await writeIndex(root, {
    encoderId: encoder.id,
    dimensions: encoder.dimensions,
    passageRules: 1,
    summaryRules: 1,
    summaries: [summarizer.summarize(sampleReport)],
    ingested: [sampleReport],
    encodings,
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const refusal = (build: string, id: string) => ({
  code: 'damaged-index',
  sentence:
    `${build}: ${id} is not as it was ingested (its SHA-256 is another). ` +
    'Start the program again; where this comes back, run `verse ingest` to build the index again.',
});

/** The passage of the open index that holds a text, for a change in memory. */
function passageWith(text: string, { whole: { passages } }: OpenIndex): Passage {
  const found = passages.find((passage) => passage.text.includes(text));
  if (found === undefined) throw new Error(`No passage holds "${text}".`);
  return found;
}

describe('a passage that is not as it was ingested', () => {
  it('is not given out, while the others are: a number of a sentence', async () => {
    const index = await openIndex(root, expected);
    const changed = passageWith('Over 200 GW', index);
    const [sentence] = changed.sentences.filter(({ text }) => text.includes('Over 200 GW'));
    if (sentence) sentence.text = sentence.text.replace('Over 200 GW', 'Over 700 GW');
    await expect(index.passages(ids)).rejects.toMatchObject(refusal(folder, changed.id));
    await expect(index.readStretch({ chapters: [changed.chapter] })).rejects.toMatchObject(
      refusal(folder, changed.id),
    );
    const others = ids.filter((id) => id !== changed.id);
    expect([...(await index.passages(others)).keys()]).toEqual(others);
  });

  it('is not given out: its page', async () => {
    const index = await openIndex(root, expected);
    const [first] = index.whole.passages;
    first?.pages.push(99);
    await expect(index.passages(ids.slice(0, 1))).rejects.toMatchObject(refusal(folder, ids[0] ?? ''));
  });

  it('is not given out: an endnote', async () => {
    const index = await openIndex(root, expected);
    expect([...(await index.notes([sampleNote.id])).values()]).toEqual([sampleNote]);
    for (const note of index.whole.notes) note.text = note.text.toUpperCase();
    await expect(index.notes([sampleNote.id])).rejects.toMatchObject(refusal(folder, sampleNote.id));
  });

  it('is found at opening where every sum is asked for', async () => {
    const build = replaceManifest(root, (json) => {
      const manifest = JSON.parse(json);
      return JSON.stringify({ ...manifest, passageSums: [...manifest.passageSums].reverse() });
    });
    const index = await openIndex(root, expected);
    await expect(index.passages(ids)).rejects.toMatchObject(refusal(build, ids[0] ?? ''));
    await expect(openIndex(root, expected, { everySum: true })).rejects.toMatchObject(
      refusal(build, ids[0] ?? ''),
    );
  });
});
