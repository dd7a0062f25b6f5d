import { describe, expect, it } from 'vitest';
import { sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import type { AnswerSentence, FoundItem } from '../../wire/types.ts';
import { checkLine } from './check-line.ts';

const { document } = sampleCitation;
const cite = (page: number, pages = [page]) => ({ ...sampleCitation, page, pages, pageLabel: String(page) });
const item = (kind: FoundItem['kind'], text: string, page: number): FoundItem => ({
  kind,
  text,
  document,
  page,
  pageLabel: String(page),
});
const written = (found?: FoundItem[]): AnswerSentence => ({
  text: 'Merz presented a new agenda.',
  citations: [1],
  origin: 'written',
  verified: true,
  problems: [],
  ...(found && { found }),
});

describe('checkLine', () => {
  it('names what was found and its page, quotations in their marks', () => {
    const found = [
      item('name', 'Merz', 88),
      item('date', 'fall 2025', 88),
      item('quotation', 'holistic and nationwide approach', 88),
    ];
    expect(checkLine(written(found), [cite(88)])).toBe(
      'Found on p. 88: Merz, fall 2025, “holistic and nationwide approach”',
    );
  });

  it('lists findings by page, and pages without any', () => {
    const found = [item('name', 'Merz', 88), item('number', '20,000', 83)];
    expect(checkLine(written(found), [cite(83, [83, 84]), cite(88), cite(90)])).toBe(
      'Found on pp. 83–84: 20,000; on p. 88: Merz. Checked against p. 90 too',
    );
  });

  it('puts two sentences of one page together', () => {
    expect(checkLine(written([item('name', 'Merz', 88)]), [cite(88), cite(88)])).toBe('Found on p. 88: Merz');
  });

  it('says what it was checked against where there is nothing to look up', () => {
    expect(checkLine(written([]), [cite(88)])).toBe('Checked against p. 88');
    expect(checkLine(written(), [cite(88)])).toBe('Checked against p. 88');
  });
});
