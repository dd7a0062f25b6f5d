import { describe, expect, it } from 'vitest';
import { hostName, isLoopback } from './loopback.ts';

describe('hostName', () => {
  it.each([
    ['localhost:8787', 'localhost'],
    ['LocalHost', 'localhost'],
    ['127.0.0.1:80', '127.0.0.1'],
    ['[::1]:8787', '::1'],
    ['[::1]', '::1'],
  ])('reads %s as %s', (authority, expected) => {
    expect(hostName(authority)).toBe(expected);
  });
});

describe('isLoopback', () => {
  it.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])('knows %s as this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '::',
    '192.168.1.4',
    '127.999.0.1',
    '127.0.1',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '',
  ])('does not take "%s" for this machine', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
