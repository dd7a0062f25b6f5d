/** What is read of a dozen kinds of document, set from texts of our own, against all that stands in them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDifferences } from '../testing/documents/differences.ts';
import type { DocumentDesign } from '../workshop/typeset/document-design.ts';
import { typeset } from '../workshop/typeset/typeset.ts';
import { extractDocument } from './extract.ts';

const fixture = readFileSync(resolve(import.meta.dirname, '../../evals/kinds-of-document.jsonl'), 'utf8');
const designs = fixture
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as DocumentDesign);

describe('a document of notes, columns, tables, contents, items, sections, steps, authors or slides', () => {
  it.each(designs)('is read as it was set, but for its known gaps: $kind', async (design) => {
    const { pdf, known } = typeset(design);
    const source = { id: design.kind, file: '', sha256: '', bytes: pdf, name: design.kind, ingestedAt: '' };
    const differences = findDifferences(await extractDocument(source), known);
    const gaps = (design.gaps ?? []).flatMap((gap) => gap.differences);
    expect(differences.sort()).toEqual(gaps.sort());
  });

  it('has no more gaps than these, in lines that are missing or too much', () => {
    const counts = designs.flatMap(({ kind, gaps = [] }) =>
      gaps.map(({ of, differences }) => `${kind}: ${of} ${differences.length}`),
    );
    expect(counts).toEqual([
      'tables with and without rules: tables 2',
      'paper with numbered sections in two columns: notes 2',
      'paper with numbered sections in two columns: structure 5',
    ]);
  });
});
