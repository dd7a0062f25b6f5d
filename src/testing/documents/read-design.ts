/** Documents of evals/kinds-of-document.jsonl, set as they are or edited, and read as an ingest reads them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../config/settings.ts';
import type { IngestedDocument } from '../../core/types.ts';
import { extractDocument } from '../../ingest/extract.ts';
import type { DocumentDesign, Piece } from '../../workshop/typeset/document-design.ts';
import { typeset } from '../../workshop/typeset/typeset.ts';

/** The design of this title. */
export function findDesign(title: string): DocumentDesign {
  const lines = readFileSync(join(packageRoot, 'evals', 'kinds-of-document.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const design = lines.map((line) => JSON.parse(line) as DocumentDesign).find((one) => one.title === title);
  if (design === undefined) throw new Error(`No design is called ${title}.`);
  return design;
}

/**
 * The design with other words in it, wherever they stand.
 * @throws Error for words that it has not.
 */
export function replaceWords(design: DocumentDesign, changes: Record<string, string>): DocumentDesign {
  return Object.entries(changes).reduce((edited, [from, to]) => {
    const json = JSON.stringify(edited);
    if (!json.includes(from)) throw new Error(`The design has no “${from}”.`);
    return JSON.parse(json.replaceAll(from, to)) as DocumentDesign;
  }, design);
}

/** The design with its pieces in another order, or other pieces. */
export function replacePieces(design: DocumentDesign, change: (pieces: Piece[]) => Piece[]): DocumentDesign {
  return { ...design, content: change([...design.content]) };
}

/** Sets it and reads it. */
export function readDesign(design: DocumentDesign, id: string): Promise<IngestedDocument> {
  const { pdf } = typeset(design);
  return extractDocument({ id, file: '', sha256: '', bytes: pdf, name: id, ingestedAt: '' });
}
