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

/**
 * The key that a client is counted under: an IPv4 address whole, also when mapped into IPv6; of an IPv6 address the
 * first 64 bits, since one household owns all addresses below them (RFC 6177) and could use each in turn.
 */
export function clientOfAddress(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [withoutZone = ''] = address.split('%');
  return `${expandGroups(withoutZone).slice(0, 4).join(':')}::/64`;
}
