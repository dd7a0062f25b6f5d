/**
 * A thread in the process that reads a foreign file: ends the process when its parent has gone, however busy it is, and
 * where it takes too much memory, for what grows faster than the parent looks and systems on which it cannot look.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { lastWordsOfMemory } from './limits.ts';

const { parent, memoryBytes }: { parent: number; memoryBytes: number } = workerData;

const standardError = 2;

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

setInterval(() => {
  if (process.ppid !== parent) end();
  if (process.memoryUsage.rss() <= memoryBytes) return;
  try {
    // Or else the parent takes it for the system's doing.
    writeSync(standardError, `${lastWordsOfMemory}\n`);
  } finally {
    end();
  }
}, 100);
