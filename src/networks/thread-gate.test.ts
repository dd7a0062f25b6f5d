import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { closeGate, createGate, enterGate, leaveGate } from './thread-gate.ts';

describe('the gate of a pool', () => {
  it('lets threads compute until the process ends, and none begin then', () => {
    const gate = createGate();
    expect(enterGate(gate)).toBe(true);
    leaveGate(gate);
    closeGate(gate, 0);
    expect(enterGate(gate)).toBe(false);
    expect(gate[1]).toBe(0);
  });

  it('holds the end until a thread has done, and no longer than it may', async () => {
    const gate = createGate();
    enterGate(gate);
    closeGate(gate, 5);
    expect(gate[1]).toBe(1);
    const source = `
      const { workerData, parentPort } = require('node:worker_threads');
      parentPort.postMessage('ready');
      Atomics.wait(workerData, 0, 0, 50);
      setTimeout(() => { Atomics.sub(workerData, 1, 1); Atomics.notify(workerData, 1); }, 20);
    `;
    const worker = new Worker(source, { eval: true, workerData: gate });
    await new Promise((resolve) => worker.once('message', resolve));
    closeGate(gate, 20_000);
    expect(gate[1]).toBe(0);
    await worker.terminate();
  });
});
