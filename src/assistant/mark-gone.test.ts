import { describe, expect, it } from 'vitest';
import { sampleListing } from '../testing/assistant/fake-assistant.ts';
import { markGone } from './mark-gone.ts';

describe('markGone', () => {
  it('marks the document of which the file is not there', () => {
    const marked = markGone([sampleListing, { ...sampleListing, id: 'here' }], new Set([sampleListing.id]));
    expect(marked.map(({ id, gone }) => [id, gone])).toEqual([
      [sampleListing.id, true],
      ['here', undefined],
    ]);
  });
});
