/** What can happen to the files of an index, made by a seed. Each says which file must be named where it is refused. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../../core/seeded-random.ts';
import { formatVersion, manifestFile, nameBuild } from '../../../store/disk/manifest.ts';

export interface Damage {
  /** The kind, a row of the table. */
  attack: string;
  /** What is done, such as "bit 3 of byte 1024 of tokens.bin". */
  what: string;
  /** Paths below the index folder that it changes; a refusal must name one of them. */
  files: readonly string[];
  /** Stands for the names of the files, where something else is to be said. */
  says?: string;
  apply(indexDir: string): void;
}

/** Paths of all files below a folder. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

type Change = (bytes: Buffer) => Uint8Array;

function changeFile(attack: string, file: string, what: string, change: Change): Damage {
  return {
    attack,
    what: `${what} of ${file}`,
    files: [file],
    apply: (indexDir) => {
      const path = join(indexDir, file);
      writeFileSync(path, change(readFileSync(path)));
    },
  };
}

function flipBit(at: number, bit: number): Change {
  return (bytes) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
    return bytes;
  };
}

const blockBytes = 4096;

function changesOf(file: string, size: number, flips: number, random: () => number): Damage[] {
  const draw = (below: number) => Math.floor(random() * below);
  const places = [0, size - 1, ...Array.from({ length: flips }, () => draw(size))];
  const lengths = [...new Set([0, 1, draw(size), size - 1])].filter((length) => length < size);
  const block = draw(Math.max(1, size - blockBytes));
  return [
    ...places.map((at) => {
      const bit = draw(8);
      return changeFile('one bit flipped', file, `bit ${bit} of byte ${at}`, flipBit(at, bit));
    }),
    ...lengths.map((length) =>
      changeFile('cut off', file, `all but ${length} bytes`, (bytes) => bytes.subarray(0, length)),
    ),
    changeFile('a block of zeros, as after a lost write', file, `4 kB from ${block}`, (bytes) => {
      bytes.subarray(block, block + blockBytes).fill(0);
      return bytes;
    }),
    changeFile('bytes appended', file, 'one byte after the end', (bytes) =>
      Buffer.concat([bytes, Buffer.of(0x20)]),
    ),
    {
      attack: 'removed',
      what: file,
      files: [file],
      apply: (indexDir) => rmSync(join(indexDir, file)),
    },
  ];
}

function swap(first: string, second: string): Damage {
  return {
    attack: 'two files swapped',
    what: `${first} and ${second}`,
    files: [first, second],
    apply: (indexDir) => {
      const aside = join(indexDir, 'aside');
      renameSync(join(indexDir, first), aside);
      renameSync(join(indexDir, second), join(indexDir, first));
      renameSync(aside, join(indexDir, second));
    },
  };
}

/** One digit of a number in a document's file, each by another. */
function changeDigits(file: string, bytes: Buffer, count: number, random: () => number): Damage[] {
  const digits = [...bytes.toString('latin1').matchAll(/[1-8](?=,?\d)/g)].map(({ index }) => index);
  return Array.from({ length: Math.min(count, digits.length) }, () => {
    const at = digits[Math.floor(random() * digits.length)] ?? 0;
    return changeFile('a digit of a number changed', file, `byte ${at}`, (content) => {
      content[at] = (content[at] ?? 0) + 1;
      return content;
    });
  });
}

/** A pointer that names no build, or one that is not there. */
function misdirect(): Damage[] {
  const names = ['', '\n', '../..', 'build-', 'build-elsewhere', `build-${'0'.repeat(64)}`];
  return names.map((name) => ({
    attack: 'a pointer to nowhere',
    what: `current holds ${JSON.stringify(name)}`,
    files: ['current'],
    apply: (indexDir) => writeFileSync(join(indexDir, 'current'), name),
  }));
}

/** What an earlier or a later version would have written: whole, and by another format. */
function changeVersion(manifest: string): Damage[] {
  return [0, 1, formatVersion - 1, formatVersion + 1, 99].flatMap((version) =>
    [true, false].map((isSummed) => ({
      attack: 'another version of the format',
      what: `format ${version}`,
      files: ['current'],
      says: `built with format ${version}; this program uses ${formatVersion}`,
      apply: (indexDir: string) => {
        const parsed: Record<string, unknown> = JSON.parse(readFileSync(join(indexDir, manifest), 'utf8'));
        const json = Buffer.from(JSON.stringify({ ...parsed, formatVersion: version }));
        const name = isSummed ? nameBuild(json) : `build-${version}`;
        mkdirSync(join(indexDir, name), { recursive: true });
        writeFileSync(join(indexDir, name, manifestFile), json);
        writeFileSync(join(indexDir, 'current'), name);
      },
    })),
  );
}

/** @param flips bits flipped in each file, besides its first and last byte. */
export function makeDamages(indexDir: string, seed: number, flips: number): Damage[] {
  const random = seededRandom(seed);
  const files = listFiles(indexDir).filter((file) => file === 'current' || file.startsWith('build-'));
  const contents = files.map((file) => readFileSync(join(indexDir, file)));
  const ofFiles = files.flatMap((file, position) => {
    const bytes = contents[position] ?? Buffer.alloc(0);
    const next = files[(position + 1) % files.length] ?? file;
    return [
      ...changesOf(file, bytes.length, flips, random),
      ...(next === file ? [] : [swap(file, next)]),
      ...(file.endsWith('.document.json') ? changeDigits(file, bytes, flips, random) : []),
    ];
  });
  const manifest = files.find((file) => file.endsWith(manifestFile)) ?? '';
  return [...ofFiles, ...misdirect(), ...changeVersion(manifest)];
}
