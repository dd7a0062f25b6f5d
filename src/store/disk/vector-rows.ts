/**
 * The vectors of all passages in memory, as rows of int16 values, and the search that compares every one of them: by a
 * WebAssembly kernel with SIMD and, where that is not available, in TypeScript. Both use integers and agree exactly.
 */
import { readFileSync } from 'node:fs';
import { collectBest, type PositionedScore } from '../best-scores.ts';

/** The int16 value of a component of 1: a unit vector's length. A cosine of two rows is right to .00002. */
const unit = 32_767;

/** Rounds unit vectors to rows. */
export function toRows(vectors: Float32Array): Int16Array {
  const rows = new Int16Array(vectors.length);
  for (let at = 0; at < vectors.length; at += 1) {
    rows[at] = Math.round(Math.max(-1, Math.min(1, vectors[at] ?? 0)) * unit);
  }
  return rows;
}

export interface VectorRows {
  /** Puts rows in their places, the first at `position`. */
  put(position: number, rows: Int16Array): void;
  vectorAt(position: number): Float32Array;
  /** @throws RangeError if a vector's length differs from the rows'. */
  check(vector: Float32Array): void;
  /**
   * The `count` nearest of the rows from `start` up to `end`, exactly: 2 to 6 ms for 100,000 of 384 dimensions. Their positions
   * are counted from `start`, as are the flags of those that are allowed.
   * @throws RangeError as `check` does.
   */
  search(
    vector: Float32Array,
    count: number,
    allowed?: Uint8Array,
    start?: number,
    end?: number,
  ): PositionedScore[];
}

/** Fills `products` with the dot products of a query with the rows from `start` on. */
type DotRows = (start: number, count: number) => void;

/** The rows and what they are compared with, in one block: bytes where each begins. */
interface Layout {
  dimensions: number;
  rowsAt: number;
  productsAt: number;
  bytes: number;
}

/** The kernel reads 16 bytes at a time. */
const lane = 16;
const pageBytes = 65_536;

function layOut(dimensions: number, count: number): Layout {
  const align = (bytes: number) => Math.ceil(bytes / lane) * lane;
  const rowsAt = align(dimensions * 2);
  const productsAt = rowsAt + align(count * dimensions * 2);
  return { dimensions, rowsAt, productsAt, bytes: productsAt + align(count * 4) };
}

/** The loop in TypeScript. */
export function dotRowsInScript(
  buffer: ArrayBufferLike,
  { dimensions, rowsAt, productsAt }: Layout,
): DotRows {
  const query = new Int16Array(buffer, 0, dimensions);
  const rows = new Int16Array(buffer, rowsAt);
  const products = new Int32Array(buffer, productsAt);
  return (start, count) => {
    for (let place = 0; place < count; place += 1) {
      const row = (start + place) * dimensions;
      let sum = 0;
      for (let index = 0; index < dimensions; index += 1) {
        sum += (query[index] ?? 0) * (rows[row + index] ?? 0);
      }
      products[place] = sum;
    }
  };
}

let compiled: WebAssembly.Module | null | undefined;

/** Null where the engine has no SIMD. */
function compileKernel(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(readFileSync(new URL('./dot-rows.wasm', import.meta.url)));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
}

/** The kernel over a memory of its own, or undefined where it does not serve. */
function openKernel(layout: Layout): { buffer: ArrayBuffer; dotRows: DotRows } | undefined {
  if (typeof WebAssembly === 'undefined' || (layout.dimensions * 2) % lane !== 0) return undefined;
  compiled ??= compileKernel();
  if (compiled === null) return undefined;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / pageBytes) });
  const run = new WebAssembly.Instance(compiled, { env: { memory } }).exports.dotRows;
  if (typeof run !== 'function') return undefined;
  const { dimensions, rowsAt, productsAt } = layout;
  const rowBytes = dimensions * 2;
  return {
    buffer: memory.buffer,
    dotRows: (start, count) => run(0, rowsAt + start * rowBytes, count, dimensions, productsAt),
  };
}

/** Room for `total` rows. `inScript` leaves the kernel out, for tests. */
export function createVectorRows(dimensions: number, total: number, inScript = false): VectorRows {
  const layout = layOut(dimensions, total);
  const kernel = inScript ? undefined : openKernel(layout);
  // Of whole lanes, so that all three views have their place.
  const buffer = kernel?.buffer ?? new ArrayBuffer(layout.bytes);
  const dotRows = kernel?.dotRows ?? dotRowsInScript(buffer, layout);
  const query = new Int16Array(buffer, 0, dimensions);
  const table = new Int16Array(buffer, layout.rowsAt, total * dimensions);
  const products = new Int32Array(buffer, layout.productsAt, total);
  const check = ({ length }: Float32Array) => {
    if (length !== dimensions) throw new RangeError(`A vector of ${length} values, ${dimensions} expected.`);
  };
  return {
    check,
    put: (position, rows) => table.set(rows, position * dimensions),
    vectorAt: (position) => {
      const vector = new Float32Array(dimensions);
      for (let at = 0; at < dimensions; at += 1) {
        vector[at] = (table[position * dimensions + at] ?? 0) / unit;
      }
      return vector;
    },
    search: (vector, count, allowed, start = 0, end = total) => {
      check(vector);
      query.set(toRows(vector));
      dotRows(start, end - start);
      const best = collectBest(count);
      for (let position = 0; position < end - start; position += 1) {
        if (allowed && allowed[position] !== 1) continue;
        best.offer(position, (products[position] ?? 0) / (unit * unit));
      }
      return best.list();
    },
  };
}
