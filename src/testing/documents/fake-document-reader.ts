/** A tiny kind of document and its reader: a mark, then pages of placed text as JSON. */
import { z } from 'zod';
import type { DocumentReader, PlacedText } from '../../core/document-reader.ts';
import { VerseError } from '../../core/errors.ts';
import type { Face, PdfSource } from '../../workshop/typeset/make-pdf.ts';
import { makePage, makeRun } from './text-runs.ts';

const mark = '%PAGES';

const sourceSchema = z.object({
  title: z.string().optional(),
  pages: z.array(
    z.object({
      lines: z.array(
        z.object({
          text: z.string(),
          x: z.number(),
          y: z.number(),
          size: z.number(),
          face: z.enum(['regular', 'bold', 'italic', 'bold-italic']),
        }),
      ),
    }),
  ),
  outline: z.array(z.object({ title: z.string(), page: z.number() })).optional(),
});

const fonts: Record<Face, string> = {
  regular: 'Helvetica',
  bold: 'Helvetica-Bold',
  italic: 'Helvetica-Oblique',
  'bold-italic': 'Helvetica-BoldOblique',
};

export function makePagesFile(source: PdfSource): Uint8Array {
  return Buffer.from(`${mark}\n${JSON.stringify(source)}`);
}

function parse(bytes: Uint8Array, name: string): z.infer<typeof sourceSchema> {
  try {
    return sourceSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8').slice(mark.length)));
  } catch (cause) {
    throw new VerseError('cannot-read', `${name}: the pages break off.`, 'Copy the file again.', { cause });
  }
}

export const fakeReader: DocumentReader = {
  title: 'a file of pages',
  mark,
  ending: 'pages',
  recognises: (head) => Buffer.from(head.subarray(0, mark.length)).toString() === mark,
  async read(bytes, name, { onPage = () => {}, signal } = {}) {
    const { title = null, pages, outline = [] } = parse(bytes, name);
    const placed: PlacedText = {
      title,
      pages: [],
      outline: outline.map((entry) => ({ ...entry, y: null, children: [] })),
    };
    for (const { lines } of pages) {
      signal?.throwIfAborted();
      onPage(placed.pages.length + 1, pages.length);
      const runs = lines.map(({ face, text, ...look }) => makeRun(text, { ...look, font: fonts[face] }));
      placed.pages.push(makePage(runs, placed.pages.length + 1));
    }
    signal?.throwIfAborted();
    return placed;
  },
};
