import { type Environment, processEnvironment } from './environment.ts';

/** Whether LangChain is told to send what it is given by way of LangSmith's servers, where nobody names an address. */
export function passesGateway(environment: Environment = processEnvironment): boolean {
  return !['', 'false', '0', 'no'].includes((environment.LANGSMITH_GATEWAY ?? '').toLowerCase());
}
