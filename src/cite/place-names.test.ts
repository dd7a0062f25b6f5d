import { describe, expect, it } from 'vitest';
import { sampleCitation } from '../testing/assistant/fake-assistant.ts';
import { citedReports, ocrName, pageName, placeName, reportName } from './place-names.ts';

describe('names of places', () => {
  it('count pages as they are printed', () => {
    expect(pageName(sampleCitation)).toBe('p. 84');
    expect(pageName({ page: 83, pages: [83, 84], pageLabel: '83' })).toBe('pp. 83–84');
    expect(pageName({ page: 5, pages: [5], pageLabel: 'iii' })).toBe('p. iii');
    expect(pageName({ page: 5, pages: [5, 6], pageLabel: 'iii' })).toBe('p. iii f.');
    expect(ocrName(sampleCitation)).toBe(null);
    expect(ocrName({ ocr: { confidence: 0.93 } })).toBe('read by OCR, confidence .93');
  });

  it('tell a report from the others, without its subtitle', () => {
    expect(placeName(sampleCitation, citedReports([sampleCitation, sampleCitation]))).toBe('Germany, p. 84');
    const other = { ...sampleCitation, document: 'b', documentLabel: 'Outlook: What is next (2024)' };
    const two = citedReports([sampleCitation, other]);
    expect(placeName(sampleCitation, two)).toBe('Fragmented Europe: Germany, p. 84');
    expect(placeName(other, two)).toBe('Outlook (2024): Germany, p. 84');
    expect(placeName({ ...other, undivided: true }, two)).toBe('Outlook (2024), p. 84');
    expect(placeName({ ...other, documentTitle: 'Outlook', undivided: true }, [])).toBe('Outlook, p. 84');
    const third = { ...other, document: 'c', documentLabel: 'Outlook: What was before (2024)' };
    const three = citedReports([sampleCitation, other, third]);
    expect(placeName(third, three)).toBe('Outlook: What was before (2024): Germany, p. 84');
    expect(reportName('gone', three)).toBe('gone');
  });
});
