import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { formatJudged, renderJudged } from './judged-table.ts';
import { type AskedResult, drawSheet, formatSheet, readJudged, type SheetItem } from './judging-sheet.ts';

const folder = temporaryFolder('judging');

const result = (id: string) =>
  ({
    report: 'harbour',
    id,
    kind: 'answerable',
    question: `How deep is basin ${id}?`,
    status: 'answered',
    citations: [{ passageId: 'harbour/1/1', chapter: 'Basins', pages: [3], quote: 'It is 14 m deep.' }],
    reference: { answer: '14 metres', facts: [], evidence: [], pages: [], why: null },
  }) as unknown as AskedResult;

const results = Array.from({ length: 40 }, (_, at) => result(`b${at}`));

function keep(name: string, items: readonly SheetItem[]): string {
  const path = join(folder, name);
  writeFileSync(path, formatSheet(items));
  return path;
}

describe('a sheet to judge', () => {
  it('is drawn alike for a seed, each answer once, in the order of the questions', () => {
    const ids = drawSheet(results, 10, 7).map(({ id }) => Number(id.slice(1)));
    expect(new Set(ids).size).toBe(10);
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
    expect(drawSheet(results, 10, 7).map(({ id }) => Number(id.slice(1)))).toEqual(ids);
    expect(drawSheet(results, 10, 8).map(({ id }) => Number(id.slice(1)))).not.toEqual(ids);
  });

  it('has of fewer answers all', () => {
    expect(drawSheet(results.slice(0, 3), 50, 1)).toHaveLength(3);
  });

  it('shows what was quoted and what a right answer says', () => {
    expect(drawSheet(results.slice(0, 1), 1, 1)).toEqual([
      {
        report: 'harbour',
        id: 'b0',
        kind: 'answerable',
        question: 'How deep is basin b0?',
        status: 'answered',
        answer: [{ text: 'It is 14 m deep.', chapter: 'Basins', pages: [3] }],
        expected: '14 metres',
        judgement: null,
      },
    ]);
  });
});

describe('a judged sheet', () => {
  const judged = drawSheet(results, 4, 1).map((item, at): SheetItem => {
    return at === 0
      ? { ...item, judgement: 'wrong', why: 'the depth of *another* basin' }
      : { ...item, judgement: 'right' };
  });

  it('is counted, and names what was not right', async () => {
    const items = await readJudged(keep('judged.jsonl', judged));
    expect(formatJudged(items).split('\n')[1]).toMatch(/^all +4 +3 \(\.750\) +0 \(\.000\) +1 \(\.250\)$/);
    const page = renderJudged(items);
    expect(page).toContain('| harbour | 4 | 3 (.750) | 0 (.000) | 1 (.250) |');
    expect(page).toContain(`${judged[0]?.question} **wrong**: the depth of \\*another\\* basin`);
    expect(page).not.toContain(`${judged[1]?.question} **`);
  });

  it('is refused by line where an answer is not judged, or the judgement is none', async () => {
    const [first, ...rest] = judged;
    if (first === undefined) throw new Error('no item');
    const open = keep('open.jsonl', [...rest, { ...first, judgement: null }]);
    await expect(readJudged(open)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(`${open}, line 4: the answer to ${first.id} is not judged`),
    });
    const odd = join(folder, 'odd.jsonl');
    writeFileSync(odd, JSON.stringify({ ...first, judgement: 'fine' }));
    await expect(readJudged(odd)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(readJudged(join(folder, 'gone.jsonl'))).rejects.toMatchObject({ code: 'cannot-read' });
  });
});
