import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import { joinRefusals, tryEach } from './read-documents.ts';

describe('tryEach', () => {
  const refuse = (name: string) => new VerseError('unknown-kind', `${name}: not a PDF.`, 'Give a PDF file.');

  it('gives the results in order', async () => {
    const names = ['austria.pdf', 'belgium.pdf'];
    expect(await tryEach(names, async (name) => name.length)).toEqual({ results: [11, 11], refused: [] });
    expect(await tryEach([], async () => 0)).toEqual({ results: [], refused: [] });
  });

  it('goes on after a refusal, which is handed on as it is where it is the only one', async () => {
    const refusal = refuse('austria.pdf');
    const { results, refused } = await tryEach(['austria.pdf', 'belgium.pdf'], async (name) => {
      if (name === 'austria.pdf') throw refusal;
      return name;
    });
    expect(results).toEqual(['belgium.pdf']);
    expect(refused).toEqual([{ file: 'austria.pdf', refusal }]);
    expect(joinRefusals(refused)).toBe(refusal);
    expect(joinRefusals([])).toBeUndefined();
  });

  it('stops at a mistake in the program, which is worth more than any refusal before it', async () => {
    const read: string[] = [];
    const mistake = new TypeError('undefined is not a page');
    const reading = tryEach(['austria.pdf', 'belgium.pdf', 'czechia.pdf'], async (name) => {
      read.push(name);
      throw name === 'austria.pdf' ? refuse(name) : mistake;
    });
    await expect(reading).rejects.toBe(mistake);
    expect(read).toEqual(['austria.pdf', 'belgium.pdf']);
  });
});
