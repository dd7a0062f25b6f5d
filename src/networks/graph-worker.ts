/** One of a graph's threads: its own copy, one text at a time. */
import { workerData } from 'node:worker_threads';
import { type GraphPlace, readGraph } from './graph.ts';
import type { GraphRun } from './graph-threads.ts';
import { serveWorker } from './serve-worker.ts';

const place: GraphPlace = workerData;
const graph = await readGraph(place);

serveWorker(async ({ ids, second }: GraphRun) => {
  const states = await graph.run(ids, second);
  // ONNX Runtime owns its outputs: a copy is handed over.
  const result = states.slice();
  return { result, transfer: [result.buffer] };
});
