import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { fillsSlot, findSlots } from './slots.ts';

describe('typed spans', () => {
  it.each([
    ['amount', 'announced plans for a EUR 7.3 billion battery plant', 'EUR 7.3 billion'],
    ['amount', 'invested 2.8 million euros', '2.8 million euros'],
    ['percentage', 'an increase of almost 300% since 2013', '300%'],
    ['percentage', 'by almost 300 percent', '300 percent'],
    ['date', 'In September 2025 the minister', 'September'],
    ['person', 'Minister Vincent Karremans seized control', 'Minister Vincent'],
    ['number', 'employing more than five thousand workers', 'five'],
  ] as const)('finds a %s in "%s"', (type, text, span) => {
    expect(findSlots(text, type, english)).toContain(span);
  });

  it('finds no number in a name like R2D2 or 5G', () => {
    expect(findSlots('the 3GPP consortium and sub-2-nanometre', 'amount', english)).toEqual([]);
  });
});

describe('whether a sentence gives what is asked', () => {
  it('does not count a span that the question holds already', () => {
    const question = 'How many firms were there in 2023?';
    expect(
      fillsSlot('In 2023, many firms left.', 'number', { text: question, language: english }, english),
    ).toBe(false);
    expect(
      fillsSlot('In 2023, 178 firms left.', 'number', { text: question, language: english }, english),
    ).toBe(true);
  });

  it('counts nothing for untyped questions', () => {
    expect(
      fillsSlot('In 2023, 178 firms left.', 'other', { text: 'What happened?', language: english }, english),
    ).toBe(false);
  });
});
