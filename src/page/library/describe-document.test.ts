import { describe, expect, it } from 'vitest';
import { sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { addedOn, cautionsOf, foundIn, isTwin } from './describe-document.ts';

describe('what the library says of a report', () => {
  it('is when it was added and what was found in it', () => {
    expect(addedOn({ ...sampleListing, ingestedAt: '2026-07-05T12:00:00.000Z' })).toBe('5 Jul 2026');
    expect(foundIn(sampleListing)).toEqual(['2 tables', '60 notes']);
    expect(foundIn({ ...sampleListing, tables: 1, notes: 0 })).toEqual(['1 table']);
  });

  it('is what to know before relying on it', () => {
    expect(cautionsOf(sampleListing)).toEqual([]);
    expect(
      cautionsOf({
        ...sampleListing,
        gone: true,
        unread: { pages: [3, 4], remedy: 'Install OCR.' },
        ocr: { pages: [1], confidence: 0.9, languages: 'eng' },
        unsure: 'Nothing tells where chapters begin.',
        damage: ['its cross-reference table'],
      }),
    ).toEqual(['file gone', '2 pages not read', '1 page read by OCR', 'chapters unsure', 'file damaged']);
  });

  it('is its file where nothing else tells it from another', () => {
    const { id, title } = sampleListing;
    expect(isTwin({ ...sampleListing, label: `${title} (2026)` })).toBe(false);
    expect(isTwin({ ...sampleListing, label: `${title} (2026, ${id})` })).toBe(true);
  });
});
