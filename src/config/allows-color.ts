import { type Environment, processEnvironment } from './environment.ts';

/** Whether output may be coloured: a terminal, and NO_COLOR (https://no-color.org) not set. */
export function allowsColor(isTerminal: boolean, environment: Environment = processEnvironment): boolean {
  return isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
}
