/** Files damaged by chance: each takes what it needs of chance from a generator with a seed. */

/** Some bits turned over. */
export function flipBits(bytes: Uint8Array, count: number, random: () => number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  for (let turn = 0; turn < count; turn++) {
    const at = Math.floor(random() * flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return flipped;
}

/** The first part of a file, with an end mark where it is to look whole. */
export function truncate(bytes: Uint8Array, share: number, hasEnd: boolean): Uint8Array {
  const kept = Buffer.from(bytes.subarray(0, Math.floor(bytes.length * share)));
  return hasEnd ? Buffer.concat([kept, Buffer.from('\n%%EOF\n')]) : kept;
}

/** A stretch of the file doubled, removed, or put elsewhere. */
export function shuffle(bytes: Uint8Array, random: () => number): Uint8Array {
  const place = () => Math.floor(random() * bytes.length);
  const [from = 0, to = 0, at = 0] = [place(), place(), place()].sort((left, right) => left - right);
  const file = Buffer.from(bytes);
  const [one, two, three] = [file.subarray(0, from), file.subarray(from, to), file.subarray(to)];
  const way = Math.floor(random() * 3);
  if (way === 0) return Buffer.concat([one, two, two, three]);
  if (way === 1) return Buffer.concat([one, three]);
  return Buffer.concat([one, file.subarray(to, at), two, file.subarray(at)]);
}

/** The numbers of a file replaced by others: lengths, counts, offsets, references. */
export function changeNumbers(bytes: Uint8Array, count: number, random: () => number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const numbers = [...text.matchAll(/(?<=[\s[/])\d{1,10}(?=[\s\]/>])/g)];
  const others = ['0', '-1', '1', '2', '3', '65536', '2147483647', '4294967296', '1e9', '99999999999'];
  const changed = new Map(
    Array.from({ length: count }, () => {
      const other = others[Math.floor(random() * others.length)] ?? '0';
      return [numbers[Math.floor(random() * numbers.length)]?.index ?? -1, other] as const;
    }),
  );
  const parts = numbers.map(({ 0: number, index }, at) => {
    const end = numbers[at + 1]?.index ?? text.length;
    return (changed.get(index) ?? number) + text.slice(index + number.length, end);
  });
  return Buffer.from(text.slice(0, numbers[0]?.index ?? text.length) + parts.join(''), 'latin1');
}
