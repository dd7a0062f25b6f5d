import { expect, it } from 'vitest';
import { originNotes } from './origin-notes.ts';

it('says once what is no quotation, and nothing of quotations', () => {
  expect(originNotes(['quoted', 'quoted'])).toEqual([]);
  expect(originNotes(['known', 'quoted', 'known'])).toEqual([
    'What has no source is known of the document itself, and is no quotation.',
  ]);
  expect(originNotes(['quoted', 'computed', 'known'])).toHaveLength(2);
});
