import { type Environment, processEnvironment } from './environment.ts';

/** Whether the environment routes LangChain's requests through LangSmith's servers when no address is set. */
export function passesGateway(environment: Environment = processEnvironment): boolean {
  return !['', 'false', '0', 'no'].includes((environment.LANGSMITH_GATEWAY ?? '').toLowerCase());
}
