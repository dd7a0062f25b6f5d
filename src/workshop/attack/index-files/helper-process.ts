/** A process of its own for what may crash: asked again and again, started anew after its death. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a request came to. */
export type Outcome =
  /** `digest` is of everything that can be read from the index and found in it. */
  | { kind: 'opened'; digest: string }
  | { kind: 'committed'; steps: number }
  | { kind: 'refused'; code: string; sentence: string }
  /** An error that is no sentence for a user. */
  | { kind: 'failed'; problem: string }
  /** By a signal, such as SIGSEGV, or an exit code. */
  | { kind: 'died'; by: string }
  | { kind: 'hung' };

export interface HelperProcess<Request> {
  ask(request: Request): Promise<Outcome>;
  end(): void;
}

/** No request takes a tenth of it. */
const patienceMs = 60_000;

function isOutcome(message: unknown): message is Outcome {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

const plain = ['ignore', 'ignore', 'ignore', 'ipc'] as const;

/** Under a limit on the size of files, in the shell's blocks: writing more fails. */
function startLimited(script: string, fileBlocks: number): ChildProcess {
  const program = ['-c', 'ulimit -f "$0" && exec "$@"', String(fileBlocks), process.execPath, script];
  return spawn('sh', program, { stdio: [...plain] });
}

/**
 * @param script of a process that answers each message with an `Outcome`.
 * @param fileBlocks limits the size of what it writes.
 */
export function startHelper<Request extends object>(
  script = fileURLToPath(new URL('./worker.js', import.meta.url)),
  fileBlocks?: number,
): HelperProcess<Request> {
  let child: ChildProcess | undefined;
  const end = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  return {
    end,
    ask: (request) =>
      new Promise((resolve) => {
        child ??=
          fileBlocks === undefined
            ? fork(script, { execArgv: [], stdio: [...plain] })
            : startLimited(script, fileBlocks);
        const asked = child;
        const settle = (outcome: Outcome) => {
          clearTimeout(timer);
          asked.removeAllListeners();
          if (!['opened', 'committed', 'refused'].includes(outcome.kind)) end();
          resolve(outcome);
        };
        const timer = setTimeout(() => settle({ kind: 'hung' }), patienceMs);
        asked.on('error', (error) => settle({ kind: 'failed', problem: error.message }));
        asked.on('exit', (code, signal) => settle({ kind: 'died', by: signal ?? `exit code ${code}` }));
        asked.on('message', (message) => {
          if (isOutcome(message)) settle(message);
        });
        asked.send(request);
      }),
  };
}
