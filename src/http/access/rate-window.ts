/** Counts what each client does within a minute, or another time. */

export interface Rate {
  isWithin: boolean;
  /** How much is left until the window ends. */
  remaining: number;
  /** Seconds until it does. */
  reset: number;
}

export interface RateWindow {
  /** Counts something of a client, by default one. */
  take(client: string, count?: number): Rate;
}

export const rateWindowMs = 60_000;
/** Of more clients the one longest known is forgotten. */
const mostClients = 50_000;

/** @param limit how much a client may do within a minute of the first it does, or within `windowMs`. */
export function createRateWindow(limit: number, windowMs = rateWindowMs): RateWindow {
  const clients = new Map<string, { used: number; until: number }>();
  return {
    take: (client, count = 1) => {
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
    },
  };
}
