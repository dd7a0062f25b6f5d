/** Runs of a graph that come many at a time, in threads of their own: two questions at once, or the passages of one. */
import type { Graph } from './graph.ts';
import type { GraphPlace } from './graph-place.ts';
import { openWorkerPool, type WorkerPool, workersFor } from './worker-pool.ts';

/** What a thread is asked for. */
export interface GraphRun {
  ids: BigInt64Array;
  second: number;
}

const file = new URL('./graph-worker.js', import.meta.url);

/** How many texts a graph's threads read at once; 1 where there are none. */
export const graphThreads = Math.max(1, workersFor(file));

/**
 * Threads pay for their start, 0.4 s of processor time each, in a process that goes on reading: one that answers a single
 * question reads some 7 passages, and 15 where it asks several things.
 */
const runsBeforeThreads = 24;

type Threads = Pick<WorkerPool<GraphRun, Float32Array>, 'ask'>;

function openThreads(place: GraphPlace, size = graphThreads): Promise<Threads> {
  return openWorkerPool({
    file,
    data: place,
    size,
    closed: 'The threads are closed.',
    keepsAlive: false,
  });
}

export interface Spreading {
  /** Whether threads are there from the beginning: a server's own thread then never loads the graph, nor is held by a run. */
  atOnce?: boolean;
  /** Replaced by tests. */
  open?: ((place: GraphPlace) => Promise<Threads>) | undefined;
}

const usualOpen = graphThreads > 1 ? openThreads : undefined;

/**
 * A single thread, all cores sharing its work on a text: 0.1 s of processor time to start, and a question on two idle cores is
 * answered 0.1 s earlier than by this thread, which meanwhile opens the index and searches.
 */
export const openOneThread =
  usualOpen && ((place: GraphPlace) => openThreads({ ...place, threads: graphThreads }, 1));

/**
 * A graph that is run on this thread until so much was read that threads pay. Should they fail, this thread goes on; its
 * outputs are theirs, bit for bit.
 * @param load loads it for this thread, where it is run here.
 */
export async function spreadOverThreads(
  load: () => Promise<Graph>,
  place: GraphPlace,
  { atOnce = false, open = usualOpen }: Spreading = {},
): Promise<Graph> {
  let runs = 0;
  let threads: Threads | undefined;
  async function start(): Promise<void> {
    threads = await open?.(place).catch(() => undefined);
  }
  let here: Promise<Graph> | undefined;
  const loadHere = () => {
    here ??= load();
    return here;
  };
  if (atOnce) await start();
  if (threads === undefined) await loadHere();
  const runHere: Graph['run'] = async (ids, second) => (await loadHere()).run(ids, second);
  return {
    async run(ids, second) {
      runs += 1;
      if (runs === runsBeforeThreads && !atOnce) void start();
      if (threads === undefined) return runHere(ids, second);
      try {
        return await threads.ask({ ids, second });
      } catch {
        threads = undefined;
        return runHere(ids, second);
      }
    },
  };
}
