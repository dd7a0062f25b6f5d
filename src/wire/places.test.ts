import { describe, expect, it } from 'vitest';
import { ocrNote, placeOf } from './places.ts';

describe('a place', () => {
  it('names one page, two in a row, and two apart', () => {
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84] })).toBe('Germany, p. 84');
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84, 85] })).toBe('Germany, pp. 84–85');
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [84, 88] })).toBe('Germany, pp. 84, 88');
  });

  it('says that its text was read by OCR, and how surely', () => {
    expect(ocrNote({})).toBe('');
    expect(ocrNote({ ocr: { confidence: 0.9 } })).toBe(', read by OCR, confidence .90');
  });

  it('falls back to the first page where no pages are listed', () => {
    expect(placeOf({ chapter: 'Germany', page: 84, pages: [] })).toBe('Germany, p. 84');
  });
});
