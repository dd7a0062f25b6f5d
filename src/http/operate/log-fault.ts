/** Logs what goes wrong behind a response that has begun, whose status says nothing of it. Questions are never logged. */
import type { Context } from 'hono';
import { describeFault } from '../../core/errors.ts';
import { ClientGone } from '../access/limits.ts';
import type { AppEnv, AppOptions } from '../app-options.ts';
import { toHttpProblem } from '../respond/problem.ts';
import { untold } from './request-log.ts';

/** @returns what logs a fault of the program or the machine; nothing is logged of a refusal that its client is told, nor of a client that has gone. */
export function logFault(
  log: AppOptions['log'],
  context: Context<AppEnv>,
  what: string,
): (error: unknown) => void {
  return (error) => {
    const requestId = context.get('requestId');
    const problem = untold(error);
    if (problem !== undefined) log?.warn({ requestId, problem }, what);
    else if (!(error instanceof ClientGone) && toHttpProblem(error).status === 500)
      log?.error({ requestId, error: describeFault(error) }, what);
  };
}
