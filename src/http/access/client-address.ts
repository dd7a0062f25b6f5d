/** Tells clients apart by their addresses. */
import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address, with the zeros that `::` stands for. */
function expandGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

/** The first groups of an IPv6 address; undefined for others, and for IPv4 mapped into it. */
function networkOf(address: string, groups: number): string | undefined {
  const [withoutZone = ''] = address.split('%');
  if (!isIPv6(address) || withoutZone.includes('.')) return undefined;
  return `${expandGroups(withoutZone).slice(0, groups).join(':')}::/${groups * 16}`;
}

/** The site that an IPv6 address belongs to: 48 bits are what a provider gives to one customer (RFC 6177). */
export function siteOfAddress(address: string): string | undefined {
  return networkOf(address, 3);
}

/**
 * The key that a client is counted under: an IPv4 address whole, also when mapped into IPv6; of an IPv6 address the
 * first 64 bits, since one household owns all addresses below them (RFC 6177) and could use each in turn.
 */
export function clientOfAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return networkOf(address, 4) ?? address;
}
