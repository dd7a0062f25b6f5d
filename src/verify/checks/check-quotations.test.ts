import { describe, expect, it } from 'vitest';
import { kindsOf, latvia } from '../../testing/verify/check-against.ts';

describe('quotations', () => {
  it('pass under other marks', () => {
    expect(kindsOf("The agency spoke of a 'success story'.", latvia)).toEqual([]);
  });

  it('are refused where a word is another', () => {
    expect(kindsOf('The agency spoke of a “great success story”.', latvia)).toEqual(['quotation']);
  });
});
