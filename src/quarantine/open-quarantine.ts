/**
 * A process for work on foreign files, which may hang, crash, or eat memory without the caller's process suffering: it is
 * given jobs one at a time, is stopped where one passes the limits, and is started again with the next.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type End, type Limits, lastWordsOfMemory, refuseEnded } from './limits.ts';
import { heardError, isTold, type Step } from './messages.ts';

export interface JobOptions {
  /** What refusals call the file. */
  name: string;
  /** Called before each step. What it throws stops the work and is thrown. */
  onStep?: (step: Step) => void;
  /** Stops the work at once. */
  signal?: AbortSignal | undefined;
}

export interface Quarantine<Job, Result> {
  /**
   * @throws VerseError `over-limit`, `damaged-pdf`, or as the work throws it; the reason of `signal`.
   */
  run(job: Job, options: JobOptions): Promise<Result>;
  /** The most memory that the process of the last job had had by its end, in bytes; 0 where the system does not tell. */
  peakBytes(): number;
  /** Ends the process; a job under way fails. */
  close(): void;
}

const lookEveryMs = 25;
/** How long a process may take to start. */
const startMs = 60_000;
/** What is kept of a process's last words. */
const longestPrint = 10_000;

/** The most memory a process has had, in bytes; 0 where the system does not tell. */
function readPeak(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function startProcess(entry: string, { memoryBytes }: Limits): ChildProcess {
  const heapMegabytes = Math.floor(memoryBytes / 1024 / 1024 / 2);
  const child = fork(entry, [String(memoryBytes)], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    // It has no use for the keys and tokens of the environment.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.setEncoding('utf8');
  // One that dies between two jobs is replaced with the next.
  child.on('error', () => {});
  return child;
}

/** A process keeps its parent alive only while it works. */
function keepAlive(child: ChildProcess, isWorking: boolean): void {
  const act = isWorking ? 'ref' : 'unref';
  child[act]();
  child.channel?.[act]();
  // A pipe to a process is a socket.
  (child.stderr as Socket | null)?.[act]();
}

/** Whether the entry is there: only compiled code can be started, and there is none when running from the sources. */
export function canQuarantine(entry: URL): boolean {
  return existsSync(fileURLToPath(entry));
}

export function openQuarantine<Job extends object, Result>(
  entry: URL,
  limits: Limits,
): Quarantine<Job, Result> {
  let child: ChildProcess | undefined;
  let peak = 0;
  let last: Promise<unknown> = Promise.resolve();

  function stop(): void {
    child?.kill('SIGKILL');
    child = undefined;
  }

  function runNow(job: Job, { name, onStep = () => {}, signal }: JobOptions): Promise<Result> {
    signal?.throwIfAborted();
    // One that grew is not given another file.
    if (child?.connected === false || readPeak(child?.pid) > limits.memoryBytes / 2) stop();
    child ??= startProcess(fileURLToPath(entry), limits);
    const reader = child;
    peak = 0;
    return new Promise<Result>((resolve, reject) => {
      let doing = 'opening it';
      let printed = '';
      // Until it says that it has begun, its start is waited for.
      let hasBegun = false;
      let stepMs = 0;
      let fileMs = 0;
      let { stepMs: mostStepMs, fileMs: mostFileMs } = limits;
      let lookedAt = performance.now();
      const over = (settle: () => void) => {
        clearInterval(timer);
        signal?.removeEventListener('abort', abort);
        reader.off('message', hear).off('error', fail).off('close', close);
        reader.stderr?.off('data', keepPrinted);
        keepAlive(reader, false);
        settle();
      };
      const fail = (error: unknown) => {
        stop();
        over(() => reject(error));
      };
      const end = (how: End) =>
        fail(refuseEnded(how, name, doing, { ...limits, stepMs: mostStepMs, fileMs: mostFileMs }));
      const abort = () => fail(signal?.reason);
      const look = () => {
        // The time in which this process slept, or was busy itself, does not count.
        const now = performance.now();
        const passed = Math.min(now - lookedAt, 4 * lookEveryMs);
        lookedAt = now;
        stepMs += passed;
        fileMs += passed;
        const taken = readPeak(reader.pid);
        peak = Math.max(peak, taken);
        if (taken > limits.memoryBytes) end({ by: 'memory' });
        else if (stepMs > (hasBegun ? mostStepMs : startMs)) end({ by: 'step' });
        else if (hasBegun && fileMs > mostFileMs) end({ by: 'file' });
      };
      const keepPrinted = (text: string) => {
        printed = (printed + text).slice(-longestPrint);
      };
      const hearStep = (step: Step) => {
        if (!hasBegun) fileMs = 0;
        hasBegun = true;
        doing = step.doing;
        stepMs = 0;
        const { steps = 1 } = step;
        mostStepMs = steps * limits.stepMs;
        if (steps > 1) mostFileMs += mostStepMs;
        try {
          onStep(step);
        } catch (error) {
          fail(error);
        }
      };
      const hear = (told: unknown) => {
        if (!isTold(told)) return;
        if (told.kind === 'step') hearStep(told.step);
        else if (told.kind === 'mistake') end({ by: 'itself', printed: told.message });
        else if (told.kind === 'refusal') over(() => reject(heardError(told)));
        // Both ends are this program.
        else over(() => resolve(told.result as Result));
      };
      const close = (code: number | null, by: NodeJS.Signals | null) => {
        const last = printed === '' ? `${by ?? `exit code ${code}`}` : printed;
        if (printed.includes(lastWordsOfMemory)) end({ by: 'memory' });
        else end(by === 'SIGKILL' ? { by: 'killed' } : { by: 'itself', printed: last });
      };
      const timer = setInterval(look, lookEveryMs);
      signal?.addEventListener('abort', abort);
      reader.stderr?.on('data', keepPrinted);
      // Only when it is closed has all been read that it printed.
      reader.on('message', hear).on('error', fail).on('close', close);
      keepAlive(reader, true);
      reader.send(job);
    });
  }

  return {
    run: (job, options) => {
      const result = last.then(() => runNow(job, options));
      last = result.catch(() => undefined);
      return result;
    },
    peakBytes: () => peak,
    close: stop,
  };
}
