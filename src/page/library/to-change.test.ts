import { describe, expect, it } from 'vitest';
import { sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { toChange } from './to-change.ts';

const document = { ...sampleListing, title: 'Annex', year: 2024, tags: ['EU', '10-K'] };
const asIs = { title: 'Annex', year: '2024', tags: 'EU, 10-K' };

describe('toChange', () => {
  it('has only what differs', () => {
    expect(toChange(document, { ...asIs, tags: ' EU,10-K, ' })).toBe(null);
    expect(toChange(document, { ...asIs, title: ' Annex A ' })).toEqual({ title: 'Annex A' });
    expect(toChange(document, { ...asIs, year: '2025', tags: '' })).toEqual({ year: 2025, tags: [] });
  });

  it('takes an empty title or year for what is read of the report itself', () => {
    expect(toChange(document, { ...asIs, title: ' ', year: '' })).toEqual({ title: null, year: null });
  });
});
