import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columnsOf, cutToColumns, padLeft, padRight } from './columns.ts';

describe('columnsOf', () => {
  it.each([
    ['Sweden', 6],
    ['“Škoda” – 2025', 14],
    ['华为', 4],
    ['S\u030ckoda', 5],
    ['\u001b[36mp. 84\u001b[39m', 5],
    ['🇸🇪', 2],
    ['', 0],
  ])('gives %j its columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});

it('counts plain letters as the package does', () => {
  const letters = Array.from({ length: 0x2060 }, (_, code) => String.fromCharCode(code));
  const plain = letters.filter((letter) => columnsOf(letter) === 1);
  expect(plain.length).toBeGreaterThan(700);
  expect(plain.filter((letter) => stringWidth(letter) !== 1)).toEqual([]);
  expect(['\u00ad', '\u0301', '\u200b'].map(columnsOf)).toEqual([0, 0, 0]);
});

it('pads a text up to its columns, and leaves one that is wider', () => {
  expect([padRight('华为', 6), padLeft('华为', 6), padRight('Huawei', 4)]).toEqual([
    '华为  ',
    '  华为',
    'Huawei',
  ]);
});

it('cuts a text to its columns, and no character in two', () => {
  expect(cutToColumns('read 华为-2025: 3 of 9', 9)).toBe('read 华为');
  expect(cutToColumns('read 华为-2025: 3 of 9', 8)).toBe('read 华');
  expect(cutToColumns('read', 80)).toBe('read');
});
