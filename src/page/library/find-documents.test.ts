import { describe, expect, it } from 'vitest';
import { sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { findDocuments, firstSorting, type SortKey, sortDocuments } from './find-documents.ts';

const report = { ...sampleListing, year: 2026, tags: ['China'] };
const annex = {
  ...sampleListing,
  ...{ id: 'annex', title: 'Annex', label: 'Annex', tags: ['tables'], pages: 20, chapters: [] },
  ingestedAt: '2026-08-01T09:00:00.000Z',
};
const outlook = {
  ...annex,
  id: 'outlook',
  title: 'Outlook',
  label: 'Outlook (2024)',
  year: 2024,
  pages: 900,
};
const documents = [report, annex, outlook];
const found = (words: string) =>
  findDocuments(documents, words).map(({ document, chapters }) =>
    [document.id, ...chapters.map(({ name }) => name)].join(' '),
  );

describe('findDocuments', () => {
  it('finds reports by words of title, tags, year and file name', () => {
    expect(found('')).toHaveLength(3);
    expect(found(' EUROPE 2026 ')).toEqual([report.id]);
    expect(found('tables')).toEqual(['annex', 'outlook']);
    expect(found('2024 tables')).toEqual(['outlook']);
    expect(found('europe tables')).toEqual([]);
  });

  it('finds them by chapters that have the words which the report itself lacks', () => {
    expect(found('germ')).toEqual([`${report.id} Germany`]);
    expect(found('germany china')).toEqual([`${report.id} Germany`]);
    expect(found('germany belgium')).toEqual([]);
  });
});

describe('sortDocuments', () => {
  const order = (key: SortKey, isDescending = firstSorting(key).isDescending) =>
    sortDocuments(documents, { key, isDescending }).map(({ id }) => id);

  it('begins with what is wanted first; equals stand by title', () => {
    expect(order('title')).toEqual(['annex', report.id, 'outlook']);
    expect(order('pages')).toEqual(['outlook', report.id, 'annex']);
    expect(order('chapters')).toEqual([report.id, 'annex', 'outlook']);
    expect(order('added')).toEqual(['annex', 'outlook', report.id]);
    expect(order('pages', false)).toEqual(['annex', report.id, 'outlook']);
  });

  it('has reports without a year last in both directions', () => {
    expect(order('year')).toEqual([report.id, 'outlook', 'annex']);
    expect(order('year', false)).toEqual(['outlook', report.id, 'annex']);
  });
});
