/** `verse serve`: the page and the API on this machine. */
import type { Session } from '../chat/session.ts';
import { runServer } from '../run-server.ts';

export interface ServeOptions {
  host?: string;
  port?: number;
  log?: true;
  watch?: true;
}

export async function startServer(session: Session, { log, watch, ...flags }: ServeOptions): Promise<void> {
  const config = session.config({ ...flags, ...(log && { logLevel: 'info' }) });
  await runServer(session, config, { watch: watch === true });
}
