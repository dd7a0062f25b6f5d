/** Runs a task of the bench in its own process, for its own memory and warm-up. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, VerseError } from '../../core/errors.ts';
import type { OnProgress, Progress } from '../../core/types.ts';
import type { Measured } from './measurements.ts';
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts';

/** An error as plain values, to be sent between processes. */
export interface Failure {
  code: ErrorCode | null;
  message: string;
  hint: string;
  stack: string;
}

/** What a child sends. */
export type ChildMessage =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'result'; output: unknown; peakBytes: number }
  | { kind: 'failure'; failure: Failure };

export interface ChildOptions {
  onProgress?: OnProgress;
  /** Ends the child. */
  signal?: AbortSignal | undefined;
  /** The child's script; replaced by tests. */
  worker?: string;
}

/** Both ends are this program. */
function isChildMessage(message: unknown): message is ChildMessage {
  return typeof message === 'object' && message !== null && 'kind' in message;
}

function toError({ code, message, hint, stack }: Failure): Error {
  if (code !== null) return new VerseError(code, message, hint);
  return Object.assign(new Error(message), { stack });
}

/**
 * Starts a process, gives it the task and waits for its result.
 * @throws VerseError as thrown by the task; Error with the child's output if it ended without a result.
 */
export function runInChild<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  {
    onProgress = () => {},
    signal,
    worker = fileURLToPath(new URL('./worker.js', import.meta.url)),
  }: ChildOptions = {},
): Promise<Measured<TaskOutput<Name>>> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = fork(worker, [JSON.stringify({ name, input })], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      ...(signal && { signal }),
    });
    let printed = '';
    let settle: (() => void) | undefined;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.on('message', (message) => {
      if (!isChildMessage(message)) return;
      if (message.kind === 'progress') onProgress(message.progress);
      else if (message.kind === 'failure') settle = () => reject(toError(message.failure));
      else {
        const { peakBytes } = message;
        const wallMs = performance.now() - started;
        // The task's name decides the type of its output.
        const output = message.output as TaskOutput<Name>;
        settle = () => resolve({ output, wallMs, peakBytes });
      }
    });
    child.on('error', (error) => {
      settle = () => reject(error);
      if (child.pid === undefined) settle();
    });
    // Only now are its files and memory released.
    child.on('close', (code, endedBy) => {
      settle ??= () => {
        const how = endedBy ?? `code ${code}`;
        reject(new Error(`The bench's process for ${name} ended by ${how}.\n${printed}`.trim()));
      };
      settle();
    });
  });
}
