import { describe, expect, it } from 'vitest';
import { extractDocument } from '../../../ingest/extract.ts';
import { sampleReport } from '../../../testing/answers/sample-report.ts';
import { makeAnnex } from './make-annexes.ts';

const { passages } = sampleReport;

describe('an annex', () => {
  it('is a document with sentences of the report, another one by another number or version', async () => {
    const { id, bytes } = makeAnnex(passages, 7, 1);
    const read = await extractDocument({
      id,
      bytes,
      file: `/nowhere/${id}.pdf`,
      name: `${id}.pdf`,
      sha256: '',
      ingestedAt: '2026-07-01T09:00:00.000Z',
    });
    expect(read.document.title).toBe('Annex 7, version 1');
    const known = new Set(passages.flatMap((one) => one.sentences.map(({ text }) => text)));
    const sentences = read.passages.flatMap((one) => one.sentences.map(({ text }) => text));
    expect(sentences).toHaveLength(13);
    expect(sentences.filter((text) => !known.has(text))).toEqual(['Annex 7, version 1']);
    expect(makeAnnex(passages, 7, 1)).toEqual({ id: 'annex-007', bytes });
    expect(makeAnnex(passages, 7, 2).bytes).not.toEqual(bytes);
    expect(makeAnnex(passages, 8, 1).bytes).not.toEqual(bytes);
  });
});
