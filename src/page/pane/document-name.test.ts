import { describe, expect, it } from 'vitest';
import { sampleCitation, sampleListing } from '../../testing/assistant/fake-assistant.ts';
import type { Mark } from '../nouns.ts';
import { citedDocuments } from './document-name.tsx';

describe('citedDocuments', () => {
  it('counts the marks in each report, in their order; reports that are gone are left out', () => {
    const marks = ['annex', sampleListing.id, 'annex', 'gone'].map(
      (document, index): Mark => ({
        ...{ key: String(index), kind: 'sentence', label: '' },
        citation: { ...sampleCitation, document },
      }),
    );
    const annex = { ...sampleListing, id: 'annex' };
    expect(citedDocuments(marks, [sampleListing, annex])).toEqual([
      { document: annex, count: 2 },
      { document: sampleListing, count: 1 },
    ]);
  });
});
