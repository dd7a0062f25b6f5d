import { describe, expect, it } from 'vitest';
import { sampleResult } from '../../../testing/evals/sample-result.ts';
import { findFault } from './find-fault.ts';

describe('findFault', () => {
  it('finds none in a right answer, nor in a near miss that is refused', () => {
    expect(findFault(sampleResult)).toBeNull();
    const refused = { kind: 'near-miss' as const, status: 'not-found' as const, facts: [] };
    expect(findFault({ ...sampleResult, ...refused })).toBeNull();
  });

  it.each([
    [{ facts: [false] }, 'Missing: 2010'],
    [
      { status: 'not-found' as const, reason: 'not-stated' as const, facts: [false] },
      'Not found (not-stated), though the report says it.',
    ],
    [{ kind: 'near-miss' as const }, 'Answered, though the report does not say.'],
    // The worst of all comes first.
    [{ quotations: { count: 2, misquoted: ['In 2011.'] }, facts: [false] }, 'Not in the report: In 2011.'],
  ])('says what is wrong: %o', (changes, fault) => {
    expect(findFault({ ...sampleResult, ...changes })).toBe(fault);
  });
});
