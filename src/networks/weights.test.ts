import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';
import { networkNames } from './model-files.ts';

/**
 * A processor without VNNI multiplies a uint8 and an int8 in pairs and adds the two products in 16 bits. With weights of at
 * most 63 no sum of two can leave them: 2 * 255 * 63 = 32,130, and 32,767 is the largest.
 */
const largestWeight = 63;

interface Tensor {
  name: string;
  /** TensorProto.DataType: 3 is int8. */
  type: number;
  raw: Buffer;
}

/** A field of a Protocol Buffers message: a number, or the bytes of a string, a message or a packed list. */
type Field = [number: number, value: number | Buffer];

function* readFields(message: Buffer): Generator<Field> {
  let at = 0;
  const readVarint = (): number => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = message.readUInt8(at++);
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const key = readVarint();
    const wire = key & 7;
    if (wire === 0) {
      yield [key >> 3, readVarint()];
      continue;
    }
    const length = wire === 1 ? 8 : wire === 5 ? 4 : readVarint();
    yield [key >> 3, message.subarray(at, at + length)];
    at += length;
  }
}

const messagesOf = (message: Buffer, field: number): Buffer[] =>
  [...readFields(message)].flatMap(([number, value]) =>
    number === field && typeof value !== 'number' ? [value] : [],
  );

/** The initialisers of an ONNX file: ModelProto.graph (7), GraphProto.initializer (5), TensorProto (2, 8, 9). */
function readTensors(file: string): Tensor[] {
  const graphs = messagesOf(readFileSync(file), 7);
  return graphs
    .flatMap((graph) => messagesOf(graph, 5))
    .map((tensor) => {
      const fields = new Map(readFields(tensor));
      return {
        name: String(fields.get(8)),
        type: Number(fields.get(2)),
        raw: messagesOf(tensor, 9)[0] ?? Buffer.alloc(0),
      };
    });
}

describe('the weights', () => {
  it.each(
    networkNames,
  )('of %s lie within 7 bits, so that no processor computes with them otherwise', (name) => {
    const tensors = readTensors(join(packageRoot, 'models', name, 'onnx/model_quantized.onnx'));
    const matrices = tensors.filter(({ type, raw }) => type === 3 && raw.length > 1);
    // Six matrices in each of twelve layers.
    expect(matrices).toHaveLength(72);
    const widths = matrices.map(({ raw }) =>
      new Int8Array(raw).reduce((most, one) => Math.max(most, Math.abs(one)), 0),
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(largestWeight);
    // Seven bits are used: a matrix whose weights were lost would be narrower.
    expect(Math.min(...widths)).toBe(largestWeight);
  });
});
