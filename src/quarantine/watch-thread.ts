/**
 * A thread in the process that reads a foreign file: ends the process when its parent has gone, however busy it is, and
 * where it takes too much memory, for systems on which the parent cannot look.
 */
import { workerData } from 'node:worker_threads';

const { parent, memoryBytes }: { parent: number; memoryBytes: number } = workerData;

setInterval(() => {
  const isOver = process.ppid !== parent || process.memoryUsage.rss() > memoryBytes;
  if (isOver) process.kill(process.pid, 'SIGKILL');
}, 100);
