import { describe, expect, it } from 'vitest';
import { replaceControls, toPlainJson } from './control-signs.ts';

const hostile = [
  ['a clipboard write (OSC 52)', '\u001b]52;c;aGk=\u0007'],
  ['the same in C1', '\u009d52;c;aGk=\u009c'],
  ['a carriage return', 'ok\rFAIL'],
  ['a backspace and a delete', 'a\u0008b\u007f'],
  ['a right-to-left override', 'report\u202efdp.exe'],
  ['an isolate', '\u2067abc\u2069'],
  ['a line separator', 'a\u2028b\u2029c\u0085d'],
  ['a null', 'a\0b'],
] as const;
const controls = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

describe('a text without its controls', () => {
  it.each(hostile)('has none of %s', (_, text) => {
    expect(text).toMatch(controls);
    expect(replaceControls(text)).not.toMatch(controls);
    expect(replaceControls(text)).toHaveLength(text.length);
  });

  it('is otherwise the same: lines, tabs, accents, letters of other scripts, signs of more than 16 bits', () => {
    const text = 'Zürich\t1 %\nتقرير — 報告 👩‍🔬 ½';
    expect(replaceControls(text)).toBe(text);
  });
});

describe('plain JSON', () => {
  it.each(hostile)('has none of %s, and is read as what it was', (_, text) => {
    const json = toPlainJson({ text }, 2);
    expect(json).not.toMatch(controls);
    expect(JSON.parse(json)).toEqual({ text });
  });
});
