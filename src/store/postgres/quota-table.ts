/** What the holders of quotas have used of them, counted for all servers over a database. */
import type { QuotaCounts } from '../../core/quota-counts.ts';
import type { Query } from './connect.ts';
import { isNotToBeWritten } from './database-errors.ts';

/** Of servers that count at once each waits for the row's lock, and counts on from what the one before it left. */
const countUse = `insert into quota_uses as own (token, seconds, used, ends_at)
  values ($1, $2::integer, $3, now() + make_interval(secs => $2::integer))
  on conflict (token, seconds) do update set
    used = excluded.used + case when own.ends_at > now() then own.used else 0 end,
    ends_at = case when own.ends_at > now() then own.ends_at else excluded.ends_at end
  returning used::float8 as used, greatest(1, ceil(extract(epoch from ends_at - now())))::integer as reset`;

/**
 * One statement for each use, which may be counted twice where the connection is lost before its answer comes. Nothing is counted
 * in tables of an earlier version, and by a user who may only read.
 */
export function createQuotaTable(query: Query): QuotaCounts {
  return {
    take: async ({ name, limit, seconds, calls }) => {
      const counting = query<{ used: number; reset: number }>(countUse, [name, seconds, calls]);
      const [row] = await counting.catch((error: unknown) => {
        if (isNotToBeWritten(error)) return [];
        throw error;
      });
      if (row === undefined) return undefined;
      const { used, reset } = row;
      return { isWithin: used <= limit, remaining: Math.max(0, limit - used), reset };
    },
  };
}
