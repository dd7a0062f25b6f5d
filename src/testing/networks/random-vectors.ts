/** Generated vectors, the same in every run. */

/** Numbers in 0..1 from a seed (mulberry32, public domain, by Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A normally distributed number, by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** `count` unit vectors, one after the other, in directions as even as can be: the hardest case for a graph. */
export function randomUnitVectors(count: number, dimensions: number, random: () => number): Float32Array {
  const values = Float32Array.from({ length: count * dimensions }, () => normal(random));
  for (let start = 0; start < values.length; start += dimensions) {
    const vector = values.subarray(start, start + dimensions);
    const length = Math.hypot(...vector);
    vector.forEach((value, index) => {
      vector[index] = value / length;
    });
  }
  return values;
}
