/** What counts as this machine. */
import { isIPv4 } from 'node:net';

/** Whether a name or address, without port and brackets, reaches only this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (host.startsWith('127.') && isIPv4(host));
}

/** The host of a Host header or URL authority: lower case, without port and brackets. */
export function hostName(authority: string): string {
  const bracketed = /^\[([^\]]*)\](:\d+)?$/.exec(authority);
  return (bracketed?.[1] ?? authority.replace(/:\d+$/, '')).toLowerCase();
}
