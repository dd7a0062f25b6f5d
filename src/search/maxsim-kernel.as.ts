// The inner loop of MaxSim in AssemblyScript. After a change, rebuild maxsim-kernel.wasm:
//   npx --package=assemblyscript@0.28.20 asc src/search/maxsim-kernel.as.ts -o src/search/maxsim-kernel.wasm \
//     -O3 --runtime stub --enable simd --importMemory --noAssert --memoryBase 0
// The compiler is not a dependency: it weighs 100 MB and the kernel hardly ever changes. maxsim-kernel.ts has the
// equivalent in TypeScript, with which it must agree exactly.
// For each question token and each part of a passage: the largest dot product with the part's tokens.
// All pointers are byte offsets into the module's memory; `dimensions` is a multiple of 16.

export function bestByPart(
  query: usize,
  queryCount: i32,
  tokens: usize,
  parts: usize,
  tokenCount: i32,
  dimensions: i32,
  best: usize,
): void {
  for (let token = 0; token < tokenCount; token++) {
    const row = best + (<usize>load<u8>(parts + token) * queryCount) * 4;
    const right = tokens + <usize>token * dimensions;
    for (let asked = 0; asked < queryCount; asked++) {
      const left = query + <usize>asked * dimensions;
      let sum = i32x4.splat(0);
      for (let at: usize = 0; at < <usize>dimensions; at += 16) {
        const a = v128.load(left + at);
        const b = v128.load(right + at);
        sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(a), i16x8.extend_low_i8x16_s(b)));
        sum = i32x4.add(sum, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(a), i16x8.extend_high_i8x16_s(b)));
      }
      const product =
        i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) + i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
      const place = row + <usize>asked * 4;
      if (product > load<i32>(place)) store<i32>(place, product);
    }
  }
}
