/** Counts what each client does within a minute, or another time. */
import type { Rate } from '../../core/quota-counts.ts';

export interface RateWindow {
  /** Counts something of a client, by default one. */
  take(client: string, count?: number): Rate;
}

const rateWindowMs = 60_000;
/** Of more clients the one longest known is forgotten. */
const mostClients = 50_000;

/** Windows of one length, each of which begins with the first thing that its client does. */
export function createWindows(windowMs: number): (client: string, count: number, limit: number) => Rate {
  const clients = new Map<string, { used: number; until: number }>();
  return (client, count, limit) => {
    const now = Date.now();
    let own = clients.get(client);
    if (own === undefined || own.until <= now) {
      clients.delete(client);
      const [oldest] = clients.size >= mostClients ? clients.keys() : [];
      if (oldest !== undefined) clients.delete(oldest);
      own = { used: 0, until: now + windowMs };
      clients.set(client, own);
    }
    own.used += count;
    return {
      isWithin: own.used <= limit,
      remaining: Math.max(0, limit - own.used),
      reset: Math.ceil((own.until - now) / 1000),
    };
  };
}

/** @param limit how much a client may do within a minute of the first it does. */
export function createRateWindow(limit: number): RateWindow {
  const take = createWindows(rateWindowMs);
  return { take: (client, count = 1) => take(client, count, limit) };
}
