// The inner loop of vector search in AssemblyScript. After a change, rebuild dot-rows.wasm:
//   npx --package=assemblyscript@0.28.20 asc src/store/disk/dot-rows.as.ts -o src/store/disk/dot-rows.wasm \
//     -O3 --runtime stub --enable simd --importMemory --noAssert --memoryBase 0
// vector-rows.ts has the equivalent in TypeScript, with which it must agree exactly.
// The dot product of a query with each of `count` rows of int16 values. All pointers are byte offsets into the module's
// memory; `dimensions` is a multiple of 8.

export function dotRows(query: usize, rows: usize, count: i32, dimensions: i32, products: usize): void {
  const bytes = <usize>dimensions * 2;
  let row = rows;
  for (let position = 0; position < count; position++) {
    let sum = i32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(query + at), v128.load(row + at)));
    }
    store<i32>(
      products + <usize>position * 4,
      i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3),
    );
    row += bytes;
  }
}
