import { describe, expect, it } from 'vitest';
import { alsoPlaceOf, ocrNote, placeOf } from './places.ts';

describe('a place', () => {
  it('names one page, two in a row, and two apart', () => {
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84] })).toBe('Germany, p. 84');
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84, 85] })).toBe('Germany, pp. 84–85');
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84, 88] })).toBe('Germany, pp. 84, 88');
  });

  it('names the document in place of a chapter where it has none', () => {
    const place = {
      documentTitle: 'Tarrant',
      undivided: true as const,
      chapter: 'Slip opinion',
      page: 3,
      pages: [3],
    };
    expect(placeOf(place)).toBe('Tarrant, p. 3');
    expect(placeOf({ ...place, documentLabel: 'Tarrant (2013)' })).toBe('Tarrant (2013), p. 3');
    expect(alsoPlaceOf(place, place, 'p. 9')).toBe('p. 9');
    expect(alsoPlaceOf({}, place, 'p. 9')).toBe('p. 9, Slip opinion');
  });

  it('says that its text was read by OCR, and how surely', () => {
    expect(ocrNote({})).toBe('');
    expect(ocrNote({ ocr: { confidence: 0.9 } })).toBe(', read by OCR, confidence .90');
  });

  it('falls back to the first page where no pages are listed', () => {
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [] })).toBe('Germany, p. 84');
  });
});
