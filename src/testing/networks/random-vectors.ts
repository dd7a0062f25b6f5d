/** Generated vectors, the same in every run. */

/** A normally distributed number, by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * `count` unit vectors, one after the other, in directions as uniform as can be, which is the hardest case for a graph.
 */
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
