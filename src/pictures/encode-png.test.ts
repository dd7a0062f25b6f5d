import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from './encode-png.ts';

/** Red, green; half-seen blue, white. */
const pixels = Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 128, 255, 255, 255, 255);

/** Bit by bit; Node has its own from 20.15 on. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    for (let bit = 0; bit < 8; bit += 1) {
      const isOdd = ((value ^ (byte >>> bit)) & 1) === 1;
      value = (value >>> 1) ^ (isOdd ? 0xedb88320 : 0);
    }
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** The chunks of a PNG, their checksums compared. */
function readChunks(png: Buffer): { type: string; body: Buffer }[] {
  const chunks: { type: string; body: Buffer }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const typed = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(typed));
    chunks.push({ type: typed.toString('latin1', 0, 4), body: typed.subarray(4) });
    at += length + 12;
  }
  return chunks;
}

describe('encodePng', () => {
  it('writes the signature, and the pixels row by row after a byte for "no filter"', () => {
    const png = encodePng(pixels, 2, 2);
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const [header, data, end] = readChunks(png);
    // As every PNG ends.
    expect(png.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
    expect([header?.type, data?.type, end?.type]).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect([...(header?.body ?? [])]).toEqual([0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0]);
    expect([...inflateSync(data?.body ?? Buffer.alloc(0))]).toEqual([
      ...[0, 255, 0, 0, 255, 0, 255, 0, 255],
      ...[0, 0, 0, 255, 128, 255, 255, 255, 255],
    ]);
  });

  it('refuses a wrong number of pixels', () => {
    expect(() => encodePng(pixels, 3, 2)).toThrow(new RangeError('16 bytes are not 3 x 2 pixels.'));
  });
});
