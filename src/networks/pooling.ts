/** From a network's hidden states to vectors of unit length. Pure. */
import type { Card } from './card.ts';

type Pooling = NonNullable<Card['vectors']>['pooling'];

/** Writes `vector`, scaled to unit length, to `target` from `start`. */
function writeUnit(vector: Float32Array, target: Float32Array, start: number): void {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  for (let index = 0; index < vector.length; index += 1)
    target[start + index] = (vector[index] ?? 0) / length;
}

function meanOf(states: Float32Array, dimensions: number): Float32Array {
  const mean = new Float32Array(dimensions);
  states.forEach((value, at) => {
    mean[at % dimensions] = (mean[at % dimensions] ?? 0) + value;
  });
  return mean;
}

/** The vector of a whole text. */
export function poolText(states: Float32Array, dimensions: number, pooling: Pooling): Float32Array {
  const vector = new Float32Array(dimensions);
  writeUnit(pooling === 'first' ? states.subarray(0, dimensions) : meanOf(states, dimensions), vector, 0);
  return vector;
}

/** The vectors of the tokens at `places`, concatenated. */
export function takeTokens(
  states: Float32Array,
  dimensions: number,
  places: readonly number[],
): Float32Array {
  const vectors = new Float32Array(places.length * dimensions);
  places.forEach((place, index) => {
    writeUnit(states.subarray(place * dimensions, (place + 1) * dimensions), vectors, index * dimensions);
  });
  return vectors;
}
