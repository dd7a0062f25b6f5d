/** What several servers over one database share beside the index. */
import type { QuotaCounts } from '../core/quota-counts.ts';
import { type IndexPlace, openHome } from '../store/choose-home.ts';

export interface Shared {
  quotas: QuotaCounts;
  close(): Promise<void>;
}

/** Undefined for an index in a folder, of which one server is enough; nothing is connected to before it is used. */
export async function openShared(place: IndexPlace): Promise<Shared | undefined> {
  const { quotas, close } = await openHome(place);
  if (quotas === undefined) {
    await close();
    return undefined;
  }
  return { quotas, close };
}
