import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import {
  type AttributionClaim,
  checkClaims,
  formatAttribution,
  readAttributionClaims,
  scoreClaims,
  toSentence,
} from './attribution.ts';

const folder = temporaryFolder('attribution');

const row = {
  id: 'a',
  question: 'who built the dam',
  claim: 'The dam was built by the state.',
  references: `['Title: The dam\\n\\nIt\\'s of 1936.', "The state's dam\\xa0stands."]`,
  attribution_label: 'attributable',
  src_dataset: 'LFQA',
};

async function read(...rows: object[]): Promise<AttributionClaim[]> {
  const path = join(folder, 'claims.jsonl');
  await writeFile(path, rows.map((one) => JSON.stringify(one)).join('\n'));
  return readAttributionClaims(path);
}

describe('readAttributionClaims', () => {
  it('reads references as lists, and as Python prints them', async () => {
    const [printed, listed] = await read(row, { ...row, references: ['The state built it.'] });
    expect(printed?.references).toEqual(["Title: The dam\n\nIt's of 1936.", "The state's dam\u00a0stands."]);
    expect(listed?.references).toEqual(['The state built it.']);
  });

  it('names the line that lacks something, and a file that is not there', async () => {
    await expect(read(row, { ...row, references: '[]' })).rejects.toThrow(/line 2: .*no reference/s);
    await expect(readAttributionClaims(join(folder, 'none.jsonl'))).rejects.toThrow(/no such file/);
  });
});

it('sets an answer of a few words behind its question', () => {
  expect(toSentence({ question: 'who built the dam', claim: 'the state' })).toBe(
    'who built the dam: the state',
  );
  expect(toSentence(row)).toBe(row.claim);
});

describe('scoreClaims', () => {
  it('counts both sides alike, and how the score tells them apart', async () => {
    const sides = ['attributable', 'attributable', 'not attributable', 'not attributable'];
    const claims = await read(
      ...sides.map((side, at) => ({ ...row, id: String(at), attribution_label: side })),
    );
    const scores = [0.9, 0.4, 0.6, 0.1];
    let asked = 0;
    const checked = await checkClaims(claims, async () => {
      const score = scores[asked++] ?? 0;
      return { verdict: score >= 0.5 ? 'supported' : 'unsupported', problems: [], score };
    });
    expect(scoreClaims(checked)).toEqual({
      claims: 4,
      macroF1: 0.5,
      auroc: 0.75,
      carriedPassed: 0.5,
      othersCaught: 0.5,
    });
    expect(formatAttribution(checked)).toMatch(/LFQA .*\n.*all/);
  });
});
