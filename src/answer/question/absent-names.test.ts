import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { findAbsentNames } from './absent-names.ts';
import { countSpellings, createSpelling } from './spelling.ts';

const spelling = createSpelling(
  countSpellings([
    {
      id: 'r/1',
      documentId: 'r',
      chapter: 'Portugal',
      section: null,
      kind: 'body',
      text: 'The Port of Rotterdam is the gateway to Europe. Huawei works with the University of Aveiro.',
      pages: [1],
      sentences: [],
    },
  ]),
);

describe('findAbsentNames', () => {
  it.each([
    ['Who owns the port of Piraeus?', ['Piraeus']],
    ["How large is Tesla's share of the market?", ['Tesla']],
    ['Did SK Hynix come to Sweden with Samsung?', ['Hynix', 'Samsung']],
  ])('finds those that no document has: %s', (question, names) => {
    expect(findAbsentNames(question, spelling, english)).toEqual(names);
  });

  it.each([
    ['Who owns the port of Rotterdam?'],
    ["What is Huawei's part in it?"],
    ['What do the Swedes say?'],
    ['What do MPs say of the Iberian countries and Africa?'],
    ['Which Ports Does Huawei Own In Piraeus?'],
    ['who owns the port of piraeus?'],
    ['It is about ports. Piraeus is one?'],
  ])('finds none where they are printed, places at large, or not to be told from words: %s', (question) => {
    expect(findAbsentNames(question, spelling, english)).toEqual([]);
  });
});
