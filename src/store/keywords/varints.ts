/** Whole numbers in as many bytes as they need, seven bits a byte, the lowest first (as in Protocol Buffers). */

/** Numbers below 2^28, one after the other. */
export function writeVarints(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let rest of numbers) {
    while (rest > 127) {
      bytes.push((rest & 127) | 128);
      rest >>>= 7;
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

export interface VarintReader {
  /** The next number; 0 behind the end. */
  next(): number;
}

/** Reads what `writeVarints` gave, from `at` on. */
export function readVarints(bytes: Uint8Array, at: number): VarintReader {
  let place = at;
  return {
    next: () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[place] ?? 0;
        place += 1;
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    },
  };
}
