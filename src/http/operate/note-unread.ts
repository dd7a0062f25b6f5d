/** Logs and counts the requests that Node's parser refuses, which reach no handler. */
import type { AppOptions } from '../app-options.ts';
import type { Unread } from '../respond/refuse-unread.ts';
import type { Metrics } from './metrics.ts';

/** Beside every other request: of an unknown method, for no route. */
export function noteUnread(log: AppOptions['log'], { requests }: Metrics): (unread: Unread) => void {
  return ({ status, code, remoteAddress }) => {
    log?.info({ status, code, client: remoteAddress }, 'request not read');
    requests.inc({ method: 'none', route: 'none', status });
  };
}
