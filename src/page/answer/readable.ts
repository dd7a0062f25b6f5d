/** Durations and addresses as a reader sees them. Pure. */

/** "14 ms", "2.4 s", with a non-breaking space. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)}\u00a0ms`
    : `${(milliseconds / 1000).toFixed(1)}\u00a0s`;
}

/** The link for an address as the report prints it, often without a scheme; null if it is not one. */
export function toLink(url: string): { href: string; host: string } | null {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname } = new URL(whole);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { href: whole, host: hostname.replace(/^www\./, '') };
}
