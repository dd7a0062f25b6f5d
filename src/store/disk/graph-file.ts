/** The file that hnswlib writes, without a word where the disk is full. */

/**
 * Whether the file ends where its contents do. The layout is that of `HierarchicalNSW::saveIndex` in hnswlib's
 * hnswalg.h: a header of 96 bytes, the points of level 0 in one block, then for each point the length of its upper links
 * and the links.
 */
export function isWholeGraph(bytes: Uint8Array): boolean {
  const headerBytes = 96;
  if (bytes.byteLength < headerBytes) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Number(view.getBigUint64(16, true));
  const pointBytes = Number(view.getBigUint64(24, true));
  let at = headerBytes + count * pointBytes;
  for (let point = 0; point < count; point += 1) {
    if (at + 4 > bytes.byteLength) return false;
    at += 4 + view.getUint32(at, true);
  }
  return at === bytes.byteLength;
}
