import { describe, expect, it } from 'vitest';
import type { IngestedDocument } from '../core/types.ts';
import { sampleReport } from '../testing/answers/sample-report.ts';
import { findEditions, withSketch } from './find-editions.ts';

/** The report under another id, each of its sentences about another town. */
function reportOf(id: string, town: string): IngestedDocument {
  const passages = sampleReport.passages.map((passage) => ({
    ...passage,
    sentences: passage.sentences.map((one) => ({ ...one, text: `In ${town} it is said: ${one.text}` })),
  }));
  return withSketch({ ...sampleReport, document: { ...sampleReport.document, id }, passages });
}

describe('the editions among a thousand documents', () => {
  it('are found without reading the others', async () => {
    const towns = Array.from({ length: 999 }, (_, index) => `town-${String(index).padStart(3, '0')}`);
    const kept = towns.map((town) => reportOf(town, town));
    const own = reportOf('town-new', 'town-500');
    const read: string[] = [];
    const editions = await findEditions(
      // As an index gives them that keeps their passages on the disk.
      [...kept.map(({ document }) => ({ document })), own],
      [...towns.map((id) => ({ id, status: 'unchanged' as const })), { id: 'town-new', status: 'new' }],
      async (id) => {
        read.push(id);
        return kept.find(({ document }) => document.id === id)?.passages ?? [];
      },
    );
    expect(editions).toEqual([{ document: 'town-new', like: 'town-500', share: 1, isDuplicate: true }]);
    expect(read).toEqual(['town-500']);
  });

  it('are not guessed of documents without sketches, or with sketches of other rules', async () => {
    const [old, own] = [reportOf('old', 'Kiruna'), reportOf('own', 'Kiruna')];
    const { sketch, ...document } = old.document;
    const find = (one: IngestedDocument['document']) =>
      findEditions([{ document: one }, own], [{ id: 'own', status: 'new' }], async () => old.passages);
    expect(await find(document)).toEqual([]);
    if (sketch === undefined) throw new Error('The document has no sketch.');
    expect(await find({ ...document, sketch: { ...sketch, rules: sketch.rules + 1 } })).toEqual([]);
    expect(await find({ ...document, sketch })).toHaveLength(1);
  });
});
