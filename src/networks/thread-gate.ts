/** Keeps a process from ending in the middle of what its threads compute: ONNX Runtime aborts a process that ends then. */

/** Shared with the threads: whether the process ends, and how many of them compute. */
export type ThreadGate = Int32Array;

const ending = 0;
const computing = 1;

export function createGate(): ThreadGate {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** Before a thread computes. @returns whether it may: not where the process ends. */
export function enterGate(gate: ThreadGate): boolean {
  Atomics.add(gate, computing, 1);
  if (Atomics.load(gate, ending) === 0) return true;
  leaveGate(gate);
  return false;
}

export function leaveGate(gate: ThreadGate): void {
  Atomics.sub(gate, computing, 1);
  Atomics.notify(gate, computing);
}

/** Lets no thread begin, and holds this one until none computes, or for as long as given. */
export function closeGate(gate: ThreadGate, mostMs: number): void {
  Atomics.store(gate, ending, 1);
  const until = performance.now() + mostMs;
  for (let left = Atomics.load(gate, computing); left > 0; left = Atomics.load(gate, computing)) {
    if (Atomics.wait(gate, computing, left, Math.max(0, until - performance.now())) === 'timed-out') return;
  }
}
