/** Writes PDFs as objects, right or wrong as the caller wants them. */
import { deflateSync } from 'node:zlib';

/** An object's body in Latin-1, and the entries of the trailer. */
export interface RawPdf {
  /** The first is object 1, the catalog. */
  objects: readonly string[];
  /** More entries of the trailer: `/Prev 12`. */
  trailer?: string;
}

/** A stream object; packed by Flate unless told otherwise. `entries` are added to its dictionary. */
export function stream(content: string | Uint8Array, entries = '', isPacked = true): string {
  const plain = typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content);
  const bytes = isPacked ? deflateSync(plain) : plain;
  const filter = isPacked ? ' /Filter /FlateDecode' : '';
  return `<< /Length ${bytes.length}${filter} ${entries} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
}

export function writePdf({ objects, trailer = '' }: RawPdf): Uint8Array {
  const parts = ['%PDF-1.7\n'];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((body, index) => {
    const offset = length;
    const part = `${index + 1} 0 obj\n${body}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`,
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}
