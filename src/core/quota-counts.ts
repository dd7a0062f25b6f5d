/** Where it is counted what the holders of quotas have used of them: this process, or a database that several servers share. */

/** How much of what may be done within a time is left. */
export interface Rate {
  isWithin: boolean;
  /** How much is left until the window ends. */
  remaining: number;
  /** Seconds until it does, at least 1. */
  reset: number;
}

/** Something that is done by the holder of a quota. */
export interface QuotaUse {
  /** The name of the token. */
  name: string;
  /** How much it may do within a window, which begins with the first use after the one before has ended. */
  limit: number;
  /** The length of the window. */
  seconds: number;
  /** How much it does now. */
  calls: number;
}

export interface QuotaCounts {
  /**
   * Counts a use, also one beyond the quota. A token has one count for each length of window, whatever its limit is by then.
   * Undefined where nothing may be counted there: whoever asks counts for himself then.
   * @throws VerseError `database-away`, `cannot-read`.
   */
  take(use: QuotaUse): Promise<Rate | undefined>;
}
