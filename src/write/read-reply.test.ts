import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplyReader, isRefusal, readLine } from './read-reply.ts';

/** All sentences of a text that comes in these pieces, and how many were there before its end. */
function read(...pieces: string[]) {
  const reader = createReplyReader();
  const early = pieces.flatMap((piece) => reader.push(piece));
  return { sentences: [...early, ...reader.end()], early: early.length };
}

const ban = 'Sweden banned Huawei and ZTE from its 5G networks in 2020.';
const drop = "Ericsson's revenue in China fell sharply.";

describe('a draft', () => {
  it.each([
    [`${ban} [s3]`, ['s3']],
    [`${ban}[s3]`, ['s3']],
    ['Sweden banned Huawei and ZTE from its 5G networks in 2020 [s3].', ['s3']],
    [`${ban} [s3][s12]`, ['s3', 's12']],
    [`${ban} [s3] [s12]`, ['s3', 's12']],
    [`${ban} [s3, S12; s3]`, ['s3', 's12']],
    [`${ban} [s3 and s4]`, ['s3', 's4']],
    [`${ban} (s3)`, ['s3']],
    [`${ban} 【s3】`, ['s3']],
    [`${ban} [3]`, ['s3']],
    [`- **${ban}** [s3]`, ['s3']],
    [`1. ${ban} [s3]`, ['s3']],
    [`## ${ban}`, []],
    ['Sweden [s3] banned Huawei and ZTE from its 5G networks in 2020.', ['s3']],
  ])('has its ids read off the sentence: %s', (line, ids) => {
    expect(readLine(line)).toEqual([{ text: ban, ids }]);
  });

  it('keeps years and remarks in brackets', () => {
    const text = 'The screening law (2023) of “[sic] de-risking” [2020] holds.';
    expect(readLine(`${text} [s1]`)).toEqual([{ text, ids: ['s1'] }]);
  });

  it('gives each sentence of a line the ids behind it', () => {
    expect(readLine(`${ban} [s3] ${drop} [s4][s5]`)).toEqual([
      { text: ban, ids: ['s3'] },
      { text: drop, ids: ['s4', 's5'] },
    ]);
  });

  it('claims nothing where it only introduces or closes', () => {
    expect(readLine('Here is the answer:')).toEqual([]);
    expect(readLine('---')).toEqual([]);
    expect(readLine('')).toEqual([]);
    expect(readLine('They are: Huawei and ZTE: [s3]')).toHaveLength(1);
  });

  it('gives a sentence as soon as the next has begun, or the line has ended', () => {
    expect(read(`${ban} [s3`, ']', ' Erics').early).toBe(0);
    expect(read(`${ban} [s3] Ericsson fell`).early).toBe(1);
    expect(read(`${ban} [s3]\n`).early).toBe(1);
    expect(read(ban, '\n\n', drop, ' [s4]').sentences).toEqual([
      { text: ban, ids: [] },
      { text: drop, ids: ['s4'] },
    ]);
  });

  it('is read alike in whatever pieces it comes', () => {
    const parts = [
      ban,
      drop,
      '[s3]',
      '[s4, s5]',
      '\n',
      '- ',
      'The U.S. The',
      'e.g. chips',
      ' ',
      '(s1)',
      'U.S. Theory holds.',
      '…',
    ];
    const draft = fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(draft, fc.array(fc.nat(200), { maxLength: 8 }), (text, cuts) => {
        const places = [...new Set([0, ...cuts.map((cut) => cut % (text.length + 1)), text.length])].sort(
          (a, b) => a - b,
        );
        const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
        expect(read(...pieces).sentences).toEqual(read(text).sentences);
      }),
    );
  });
});

describe('a refusal', () => {
  it.each([
    'NOT STATED',
    '**Not stated.**',
    'NOT STATED: the quotations name no amount',
    'The quotations do not state how much was spent.',
    "The provided passages don't contain an answer.",
    'There is no information about this in the report.',
    'I cannot answer this question.',
  ])('is “%s”', (text) => {
    expect(isRefusal({ text, ids: [] })).toBe(true);
  });

  it('is not what the report itself says does not exist, nor a claim', () => {
    expect(isRefusal({ text: 'The strategy does not mention China by name.', ids: ['s2'] })).toBe(false);
    expect(isRefusal({ text: ban, ids: [] })).toBe(false);
  });
});
