/** One of a graph's threads: its own copy, one text at a time. */
import { readGraph } from './graph.ts';
import type { GraphPlace } from './graph-place.ts';
import type { GraphRun } from './graph-threads.ts';
import { serveWorker, startOfWorker } from './serve-worker.ts';

const graph = await readGraph(startOfWorker<GraphPlace>().data);

serveWorker(async ({ ids, second }: GraphRun) => {
  const states = await graph.run(ids, second);
  // ONNX Runtime owns its outputs: a copy is handed over.
  const result = states.slice();
  return { result, transfer: [result.buffer] };
});
