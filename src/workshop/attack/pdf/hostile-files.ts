/** The hostile files, by class: made by hand, and damaged by chance with a seed. */
import { seededRandom } from '../../../core/seeded-random.ts';
import { bombs } from './hostile-bombs.ts';
import { counts } from './hostile-counts.ts';
import { depths } from './hostile-depths.ts';
import { loops } from './hostile-loops.ts';
import { characters, fonts, operators, pages } from './hostile-pages.ts';
import type { Makers } from './makers.ts';
import { changeNumbers, flipBits, shuffle, truncate } from './mutate.ts';
import { report } from './simple-pdfs.ts';

export interface HostileFile {
  /** Such as "bombs". */
  family: string;
  name: string;
  make: () => Uint8Array;
}

/** A number of files of one kind of damage; the same for a seed. */
function damaged(
  count: number,
  seed: number,
  damage: (bytes: Uint8Array, random: () => number, index: number) => Uint8Array,
): Makers {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `report ${index + 1}`,
      () => damage(report(3), seededRandom(seed * 1000 + index), index),
    ]),
  );
}

/** All files, the ones damaged by chance as the seed has it. */
export function hostileFiles(seed: number): HostileFile[] {
  const families: Record<string, Makers> = {
    'flipped bits': damaged(40, seed, (bytes, random, index) => flipBits(bytes, 1 + index * 2, random)),
    'changed numbers': damaged(30, seed, (bytes, random, index) => changeNumbers(bytes, 1 + index, random)),
    'moved parts': damaged(20, seed, shuffle),
    'cut short': damaged(24, seed, (bytes, _, index) => truncate(bytes, (index + 1) / 25, index % 2 === 0)),
    loops,
    counts,
    depths,
    bombs,
    pages,
    fonts,
    characters,
    operators,
  };
  return Object.entries(families).flatMap(([family, makers]) =>
    Object.entries(makers).map(([name, make]) => ({ family, name, make })),
  );
}

/** How many of a family are tried in a minute; those that are meant to be slow are not. */
const quickCounts: Record<string, number> = {
  'flipped bits': 10,
  'changed numbers': 8,
  'moved parts': 5,
  'cut short': 6,
  loops: 5,
  counts: 8,
  depths: 2,
  fonts: 10,
  characters: 6,
};

/** Sixty files that are soon read or refused. */
export function quickFiles(seed: number): HostileFile[] {
  const files = hostileFiles(seed);
  return Object.entries(quickCounts).flatMap(([family, count]) =>
    files.filter((file) => file.family === family).slice(0, count),
  );
}
