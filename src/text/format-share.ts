/** Shares in reports. Pure. */

/** ".915"; a dash where there is none. */
export function formatShare(value: number | null): string {
  return value === null ? '–' : value.toFixed(3).replace(/^0/, '');
}
