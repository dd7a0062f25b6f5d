import { describe, expect, it } from 'vitest';
import { makeLine } from '../../testing/documents/text-runs.ts';
import { joinListColumns } from './list-columns.ts';

const line = (text: string, x: number, y: number, font = 'EB-Garamond') => makeLine(text, { x, y, font });
const left = [
  line('• A single source of truth', 67, 386),
  line('• Scalable infrastructure that can', 67, 365),
  line('handle increases in volume', 76, 353),
];
const below = [line('Additionally, this singular pathway allows for analytics.', 86, 244)];
const right = (x = 329, top = 386) => [
  line('• Ability to link records', x, top),
  line('both within and across data types', x + 9, top - 12),
  line('• Insight into performance', x, top - 33),
];
const textsOf = (lines: ReturnType<typeof line>[]) => joinListColumns(lines).map(({ text }) => text);

describe('joinListColumns', () => {
  it('reads the second column of a list before what stands below both', () => {
    const lines = [...left, ...below, ...right()];
    expect(textsOf(lines)).toEqual([...left, ...right(), ...below].map(({ text }) => text));
  });

  it('reads so too where bullets are painted apart, so that all lines of an item begin alike', () => {
    const alike = (lines: ReturnType<typeof line>[], x: number) => lines.map((one) => ({ ...one, x }));
    const lines = [...alike(left, 87), ...below, ...alike(right(), 335)];
    expect(textsOf(lines)).toEqual([...left, ...right(), ...below].map(({ text }) => text));
  });

  it.each([
    ['a list further down', [...left, ...below, ...right(329, 200)]],
    ['a list under the first', [...left, ...below, ...right(67, 220)]],
    [
      'columns with a text between them',
      [...left, line('Beside both, at their height', 210, 370), ...right()],
    ],
    ['a list in another face', [...left, ...below, ...right().map((one) => ({ ...one, font: 'Lato' }))]],
  ])('leaves %s where it is', (_, lines) => {
    expect(textsOf(lines)).toEqual(lines.map(({ text }) => text));
  });
});
