/** What several servers over one database share beside the index. */
import type { Config } from '../config/settings.ts';
import type { QuotaCounts } from '../core/quota-counts.ts';
import { openHome } from '../store/choose-home.ts';
import { type FollowedQueue, followQueue } from './followed-queue.ts';

export interface Shared {
  queue: FollowedQueue;
  quotas: QuotaCounts;
  close(): Promise<void>;
}

/** Undefined for an index in a folder, of which one server is enough; nothing is connected to before it is used. */
export async function openShared(config: Config): Promise<Shared | undefined> {
  const { queue, quotas, close } = await openHome(config);
  if (queue === undefined || quotas === undefined) {
    await close();
    return undefined;
  }
  const followed = followQueue(config, queue);
  return {
    queue: followed,
    quotas,
    close: async () => {
      await followed.close();
      await close();
    },
  };
}
