/** The end of a quarantine that reads: one job at a time from the parent, and its result or refusal back. */
import { Worker } from 'node:worker_threads';
import { type Step, type Told, tellError } from './messages.ts';

/** Does the jobs that the parent sends, until it goes. */
export function serveParent<Job, Result>(
  work: (job: Job, tell: (step: Step) => void) => Promise<Result>,
): void {
  const memoryBytes = Number(process.argv[2]);
  const watch = { workerData: { parent: process.ppid, memoryBytes }, execArgv: [] };
  new Worker(new URL('./watch-thread.js', import.meta.url), watch).unref();
  // Ctrl-C reaches the whole group; the parent decides.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});
  const send = (told: Told) => process.send?.(told);
  process.on('message', async (job) => {
    send({ kind: 'step', step: { doing: 'opening it' } });
    try {
      // Both ends are this program.
      const result = await work(job as Job, (step) => send({ kind: 'step', step }));
      send({ kind: 'result', result });
    } catch (error) {
      send(tellError(error));
    }
  });
}
