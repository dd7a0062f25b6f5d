import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeAlteredWords, findAlteredWords } from './altered-words.ts';

const text =
  'Germany is under pressure. Bosch alone has announced cutting more than 20,000 jobs in its automotive division due to weak global demand for German cars. Others follow.';

describe('describeAlteredWords', () => {
  it.each([
    ['more than 20,000 jobs in its automotive branch', 'in the report “division”, not “branch”'],
    [
      'more than 25,000 jobs in its car division',
      'in the report “20,000”, not “25,000”; “automotive”, not “car”',
    ],
    ['cutting 20,000 jobs in its automotive division', 'in the report “more than” is left out'],
    ['due to very weak global demand for German cars', 'in the report “very” is added'],
    ['weak demand for German cars', 'in the report “global” is left out'],
  ])('%s', (quotation, described) => {
    expect(describeAlteredWords(quotation, text)).toBe(described);
  });

  it('says nothing of a quotation as it is, but for marks and case', () => {
    expect(describeAlteredWords('Bosch alone has announced “cutting” more', text)).toBeUndefined();
    expect(findAlteredWords('bosch ALONE has', text)).toEqual([]);
  });

  it('says nothing where the text has nothing like it, or the quotation has gaps', () => {
    expect(describeAlteredWords('an essential competition with China', text)).toBeUndefined();
    expect(describeAlteredWords('Bosch alone … in its automotive branch', text)).toBeUndefined();
    expect(describeAlteredWords('Bosch', '')).toBeUndefined();
  });
});

describe('findAlteredWords', () => {
  const words = text.split(' ');

  it('finds any stretch of a text in it without a change', () => {
    const stretch = fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: words.length }));
    fc.assert(
      fc.property(stretch, ([start, length]) => {
        expect(findAlteredWords(words.slice(start, start + length).join(' '), text)).toEqual([]);
      }),
    );
  });

  it('finds the one word that was put for another', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: words.length - 8 }),
        fc.integer({ min: 1, max: 6 }),
        (start, at) => {
          const written = words.slice(start, start + 8);
          const original = written[at] ?? '';
          written[at] = 'Sachertorte';
          const bare = original.replace(/[.,]$/, '');
          expect(findAlteredWords(written.join(' '), text)).toEqual([
            { written: ['Sachertorte'], original: [bare] },
          ]);
        },
      ),
    );
  });
});
