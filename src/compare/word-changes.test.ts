import { describe, expect, it } from 'vitest';
import { findWordChanges } from './word-changes.ts';

describe('the words of a changed sentence', () => {
  it('are whole, figures too, with the blanks of the new edition', () => {
    expect(
      findWordChanges(
        'Investments  surpassed EUR 1.5 billion, in 2023.',
        'Investments surpassed EUR 1.9 billion, in 2024.',
      ),
    ).toEqual([
      { text: 'Investments surpassed EUR ', in: 'both' },
      { text: '1.5 ', in: 'before' },
      { text: '1.9 ', in: 'after' },
      { text: 'billion, in ', in: 'both' },
      { text: '2023', in: 'before' },
      { text: '2024', in: 'after' },
      { text: '.', in: 'both' },
    ]);
  });

  it('are the same in other cases, quotation marks and hyphens', () => {
    const pieces = findWordChanges("The 'de-risking' agenda", 'the “derisking” agenda');
    expect(pieces).toEqual([{ text: 'the “derisking” agenda', in: 'both' }]);
  });

  it('give both texts again, also where those are endless and have nothing in common', () => {
    const [old, fresh] = ['a', 'b'].map((letter) =>
      Array.from({ length: 30_000 }, (_, at) => `${letter}${at}`).join(' '),
    );
    expect(findWordChanges(old ?? '', fresh ?? '')).toEqual([
      { text: old, in: 'before' },
      { text: fresh, in: 'after' },
    ]);
  });
});
