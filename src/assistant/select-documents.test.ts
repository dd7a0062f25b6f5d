import { describe, expect, it } from 'vitest';
import { type DocumentScope, selectDocuments, tagsOf } from './select-documents.ts';

const filings = [
  { id: 'apple-2022', year: 2022, tags: ['10-K', 'hardware'] },
  { id: 'apple-2023', year: 2023, tags: ['10-K', 'hardware'] },
  { id: 'pepsico-2022', year: 2022, tags: ['10-K'] },
  { id: 'pepsico-8k', year: 2023, tags: ['8-K'] },
  { id: 'atlas' },
];

describe('selectDocuments', () => {
  it.each<[string, DocumentScope, string[] | undefined]>([
    ['all where nothing is named', {}, undefined],
    ['all for empty lists', { documents: [], tags: [], years: [] }, undefined],
    [
      'those of any of the tags, whatever their case',
      { tags: ['8-k', 'Hardware'] },
      ['apple-2022', 'apple-2023', 'pepsico-8k'],
    ],
    ['those of any of the years', { years: [2021, 2022] }, ['apple-2022', 'pepsico-2022']],
    ['those that have both', { tags: ['10-K'], years: [2023] }, ['apple-2023']],
    [
      'of those named the fitting ones',
      { documents: ['Apple-2022', 'atlas'], years: [2022] },
      ['apple-2022'],
    ],
  ])('selects %s', (_, scope, ids) => {
    expect(selectDocuments(scope, filings)).toEqual(ids);
  });

  it.each<[string, DocumentScope, string]>([
    ['a tag that is near', { tags: ['10K'] }, 'No document is tagged “10K”. Did you mean 10-K or 8-K?'],
    [
      'a tag that is near to none',
      { tags: ['annual report'] },
      'No document is tagged “annual report”. The tags are: 10-K, 8-K, hardware.',
    ],
    [
      'one unknown tag of two',
      { tags: ['10-K', 'sustainability'] },
      'No document is tagged “sustainability”. The tags are: 10-K, 8-K, hardware.',
    ],
    ['a year', { years: [2019] }, 'No document is of 2019. They are of 2022 and 2023.'],
    ['years', { years: [2015, 2016, 2017] }, 'No document is of 2015 to 2017. They are of 2022 and 2023.'],
    [
      'a document',
      { documents: ['apple-2021'] },
      'No document is called “apple-2021”. Did you mean apple-2022 or apple-2023?',
    ],
    [
      'what none has at once',
      { documents: ['atlas'], tags: ['8-K', '10-K'], years: [2023] },
      'No document is called “atlas”, tagged “8-K” or “10-K” and of 2023 at once. verse list shows what they are.',
    ],
  ])('refuses %s', (_, scope, sentence) => {
    expect(() => selectDocuments(scope, filings)).toThrow(
      expect.objectContaining({ code: 'unknown-document', sentence }),
    );
  });

  it('says how tags and years are set where there are none', () => {
    const refusal = (scope: DocumentScope) => () => selectDocuments(scope, [{ id: 'atlas' }]);
    expect(refusal({ tags: ['map'] })).toThrow(
      expect.objectContaining({ hint: 'None has a tag: verse tag sets them.' }),
    );
    expect(refusal({ years: [2020] })).toThrow(
      expect.objectContaining({ hint: 'No year is known of any: verse year sets it.' }),
    );
  });
});

describe('tagsOf', () => {
  it('lists each tag once, in alphabetical order', () => {
    expect(tagsOf([...filings, { id: 'x', tags: ['Hardware', 'Ähren'] }])).toEqual([
      '10-K',
      '8-K',
      'Ähren',
      'hardware',
    ]);
  });
});
