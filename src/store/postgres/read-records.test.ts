import { expect, it } from 'vitest';
import type { Note } from '../../core/types.ts';
import { sumOf } from '../sum-of.ts';
import { parseRecords, type RecordRow } from './read-records.ts';

function rowOf(at: number): RecordRow {
  const note: Note = {
    id: `etnc-2026/6/n${at}`,
    chapter: 'Germany',
    label: String(at),
    text: `See page ${at}.`,
    urls: [],
    page: at,
    pages: [at],
    boxes: [],
  };
  const record = JSON.stringify(note);
  return { id: note.id, record, sum: sumOf(Buffer.from(record)).slice(0, 16) };
}

it('reads the records of a large document in pieces, and none that was changed', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => rowOf(at + 1));
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  const read = await parseRecords<Note>('verse', rows, pause);
  expect(read.map(({ text }) => text)).toEqual(rows.map((_, at) => `See page ${at + 1}.`));
  expect(pauses).toBe(30);
  const changed = rows.map((row) => ({ ...row, record: row.record.replace('page 7', 'page 8') }));
  await expect(parseRecords('verse', changed, pause)).rejects.toMatchObject({
    code: 'damaged-index',
    message: 'The database verse: etnc-2026/6/n7 is not as it was ingested (its SHA-256 is another).',
  });
});
