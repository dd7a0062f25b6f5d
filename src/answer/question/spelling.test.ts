import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { countSpellings, createSpelling, editDistance, respell } from './spelling.ts';

function passage(text: string, kind: Passage['kind'] = 'body'): Passage {
  return {
    id: text,
    documentId: 'r',
    chapter: 'Lithuania',
    section: null,
    kind,
    text,
    pages: [1],
    sentences: [],
  };
}

const passages = [
  passage('The Economic and Financial Dialogue was restarted. Their dialogue with Huawei goes on.'),
  passage(
    'Authorities scanned the media and the training of universities. A trade with free parts of weight.',
  ),
  passage('In the National Defence Strategy, Hikvision cameras and Shanghai are considered.'),
  passage('La securité des télécommunications en Europe', 'note'),
];
const common = new Set(['what', 'does', 'about', 'revise', 'like']);
const spelling = createSpelling(countSpellings(passages), (word) => common.has(word));
const read = (text: string) => respell(text, spelling, english).text;

describe('a word that neither the documents nor common English have', () => {
  it.each([
    ['When was the Financial Dialouge restarted?', 'When was the Financial Dialogue restarted?'],
    ['huwaei in lithunia', 'Huawei in Lithuania'],
    ["Who bought Hikvison's cameras?", "Who bought Hikvision's cameras?"],
    ['univeristies', 'universities'],
    ['weigth', 'weight'],
    ['What about the Netherlnds?', 'What about the Netherlands?'],
  ])('is read as the nearest word: %s', (asked, meant) => {
    expect(read(asked)).toBe(meant);
  });

  it('is told to the asker, as it was written and as it was read', () => {
    expect(respell('Is Huwaei in Lithunia?', spelling, english).warnings).toEqual([
      { code: 'spelling', message: 'Read “Huwaei” as “Huawei”.' },
      { code: 'spelling', message: 'Read “Lithunia” as “Lithuania”.' },
    ]);
  });

  it.each([
    ['it has no near word', 'Kilimanjaro'],
    ['the near word is no name, and this one is', 'What about Midea?'],
    ['two letters differ, and it is no long name', 'What about Shanshan?'],
    ['another letter stands in a short word', 'Do they fret?'],
    ['the first letter differs', 'buawei'],
    ['the near word stands in an endnote only', 'securte'],
  ])('stays where %s', (_, asked) => {
    expect(read(asked)).toBe(asked);
  });
});

describe('what is never read otherwise', () => {
  it.each([
    ['words of the documents', 'dialogue trade'],
    ['words of their endnotes', 'securité'],
    ['common words', 'what does it revise'],
    ['other forms of known words', 'revising retraining scanning dialogues'],
    ['numbers and what holds one', '5G 2025 hua3wei'],
    ['acronyms, and names with a capital inside', 'HUWAEI HuaWai'],
    ['contractions', "they won't, it hasn't"],
    ['addresses', 'www.huwaei.com a@huwaei.com'],
  ])('%s', (_, asked) => {
    expect(respell(asked, spelling, english)).toEqual({ text: asked, warnings: [] });
  });
});

describe('editDistance', () => {
  it.each([
    ['lithunia', 'lithuania', 1],
    ['dialouge', 'dialogue', 1],
    ['collider', 'consider', 2],
    ['abc', 'abc', 0],
    ['abc', 'abcdefg', 3],
  ])('%s to %s within 2: %i', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
  });

  it('is the same both ways, and one for one edit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(), (one, other, at) => {
        expect(editDistance(one, other, 9)).toBe(editDistance(other, one, 9));
        const place = at % one.length;
        expect(editDistance(one, one.slice(0, place) + one.slice(place + 1), 3)).toBe(1);
        expect(editDistance(one, `${one.slice(0, place)}x${one.slice(place)}`, 3)).toBe(1);
      }),
    );
  });
});
