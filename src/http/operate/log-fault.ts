/** Logs what goes wrong behind a response that has begun, whose status says nothing of it. Questions are never logged. */
import type { Context } from 'hono';
import { describeFault } from '../../core/errors.ts';
import { ClientGone } from '../access/limits.ts';
import type { AppEnv, AppOptions } from '../app-options.ts';
import { toHttpProblem } from '../respond/problem.ts';

/** @returns what logs a fault of the program or the machine; nothing is logged of a refusal, nor of a client that has gone. */
export function logFault(
  log: AppOptions['log'],
  context: Context<AppEnv>,
  what: string,
): (error: unknown) => void {
  return (error) => {
    if (error instanceof ClientGone || toHttpProblem(error).status !== 500) return;
    log?.error({ requestId: context.get('requestId'), error: describeFault(error) }, what);
  };
}
