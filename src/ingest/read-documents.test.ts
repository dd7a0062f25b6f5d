import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import { forEachFile } from './read-documents.ts';

describe('forEachFile', () => {
  const refuse = (name: string) => new VerseError('unknown-kind', `${name}: not a PDF.`, 'Give a PDF file.');

  it('gives the results in order', async () => {
    expect(await forEachFile(['austria.pdf', 'belgium.pdf'], async (name) => name.length)).toEqual([11, 11]);
    expect(await forEachFile([], async () => 0)).toEqual([]);
  });

  it('goes on after a refusal, and hands on a single one as it is', async () => {
    const read: string[] = [];
    const refusal = refuse('austria.pdf');
    const reading = forEachFile(['austria.pdf', 'belgium.pdf'], async (name) => {
      read.push(name);
      if (name === 'austria.pdf') throw refusal;
    });
    await expect(reading).rejects.toBe(refusal);
    expect(read).toEqual(['austria.pdf', 'belgium.pdf']);
  });

  it('stops at a mistake in the program, which is worth more than any refusal before it', async () => {
    const read: string[] = [];
    const mistake = new TypeError('undefined is not a page');
    const reading = forEachFile(['austria.pdf', 'belgium.pdf', 'czechia.pdf'], async (name) => {
      read.push(name);
      throw name === 'austria.pdf' ? refuse(name) : mistake;
    });
    await expect(reading).rejects.toBe(mistake);
    expect(read).toEqual(['austria.pdf', 'belgium.pdf']);
  });
});
