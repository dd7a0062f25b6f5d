/** Counts what the holders of quotas use of them: where all servers over a database do, else in this process. */
import type { QuotaCounts, QuotaUse, Rate } from '../../core/quota-counts.ts';
import { createWindows } from './rate-window.ts';

/** Counts in this process; one that is started anew begins anew. */
export function countInMemory(): { take(use: QuotaUse): Promise<Rate> } {
  const windows = new Map<number, ReturnType<typeof createWindows>>();
  return {
    take: async ({ name, limit, seconds, calls }) => {
      const take = windows.get(seconds) ?? createWindows(seconds * 1000);
      windows.set(seconds, take);
      return take(name, calls, limit);
    },
  };
}

/**
 * Counts where `shared` does, and in this process where that may not, or there is none.
 * @param onProblem hears once that it may not, until it may.
 */
export function countQuotas(
  shared: QuotaCounts | undefined,
  onProblem: (problem: string) => void,
): (use: QuotaUse) => Promise<Rate> {
  const own = countInMemory();
  let wasTold = false;
  return async (use) => {
    const rate = await shared?.take(use);
    if (shared !== undefined && rate === undefined && !wasTold)
      onProblem(
        'Quotas are counted by this server for itself: the database has no table for them yet, or its user may not write it (docs/guides/scale.md).',
      );
    wasTold = rate === undefined;
    return rate ?? own.take(use);
  };
}
