/** Documents made of a few real sentences, for tests with generated input; the same sentence is often in several. */
import fc from 'fast-check';
import { emptyTrace } from '../../core/reading-trace.ts';
import type { IngestedDocument, Passage, PassageKind } from '../../core/types.ts';
import { samplePassages, sampleReport } from '../answers/sample-report.ts';

const sentences = samplePassages.slice(0, 3).flatMap((passage) => passage.sentences);
const chapterNames = ['Austria', 'Belgium', 'Czechia'];
const kinds: readonly PassageKind[] = ['body', 'note', 'table'];

interface PassagePlan {
  kind: PassageKind;
  section: string | null;
  /** Indices into `sentences`. */
  sentences: number[];
  page: number;
}

/** A plan for each chapter of each document. */
type DocumentPlan = PassagePlan[][];

const passagePlan: fc.Arbitrary<PassagePlan> = fc.record({
  kind: fc.constantFrom(...kinds),
  section: fc.constantFrom(null, 'Recent trends'),
  sentences: fc.array(fc.nat(sentences.length - 1), { minLength: 1, maxLength: 2 }),
  page: fc.integer({ min: 1, max: 4 }),
});

function pathOf(chapter: number, section: string | null): string[] {
  return [`${chapterNames[chapter]}: A title`, ...(section === null ? [] : [section])];
}

function makePassage(plan: PassagePlan, documentId: string, chapter: number, number: number): Passage {
  const pages = [plan.page, plan.page + 1];
  const own = plan.sentences.flatMap((place) => sentences[place] ?? []);
  return {
    id: `${documentId}/${chapter + 1}/${number + 1}`,
    documentId,
    chapter: chapterNames[chapter] ?? 'Other',
    section: plan.section,
    ...(plan.kind !== 'note' && { path: pathOf(chapter, plan.section) }),
    kind: plan.kind,
    text: own.map(({ text }) => text).join(' '),
    pages,
    sentences: own.map((sentence) => ({ ...sentence, pages, noteIds: [`${documentId}/${chapter + 1}/n1`] })),
  };
}

function makeDocument(plan: DocumentPlan, id: string): IngestedDocument {
  const chapters = plan.map((_, index) => {
    const name = chapterNames[index] ?? 'Other';
    return {
      name,
      title: `${name}: A title`,
      kind: 'chapter' as const,
      page: index + 1,
      lastPage: index + 5,
    };
  });
  const notes = plan.map((_, index) => ({
    id: `${id}/${index + 1}/n1`,
    chapter: chapterNames[index] ?? 'Other',
    label: '1',
    text: `Note of ${id}`,
    urls: [],
    page: 1,
    pages: [1],
    boxes: [],
  }));
  return {
    document: { ...sampleReport.document, id, title: `Report ${id}`, chapters },
    passages: plan.flatMap((passages, chapter) =>
      passages.map((passage, number) => makePassage(passage, id, chapter, number)),
    ),
    notes,
    // Nothing traced the reading of the second.
    ...(id !== 'report-2' && { trace: { ...emptyTrace, looseMarkers: [{ text: id, page: 1 }] } }),
  };
}

/** One to three documents with up to three chapters of up to twelve passages, in reading order. */
export const generatedDocuments: fc.Arbitrary<IngestedDocument[]> = fc
  .array(fc.array(fc.array(passagePlan, { maxLength: 12 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((plans) => plans.map((plan, index) => makeDocument(plan, `report-${index + 1}`)));

/** Whole chapters and the sections in them, of the first two documents. */
const places = ['report-1', 'report-2'].flatMap((documentId) =>
  chapterNames.flatMap((chapter, at) => [
    { documentId, chapter },
    { documentId, chapter, path: pathOf(at, 'Recent trends') },
  ]),
);

const someOf = <Value>(values: readonly Value[]) => fc.option(fc.subarray([...values]), { nil: undefined });

/** Filters for such documents, some by names that none of them has. */
export const generatedFilter = fc
  .record({
    documents: someOf(['report-1', 'report-2', 'report-3', 'atlantis']),
    chapters: someOf([...chapterNames, 'Atlantis']),
    places: someOf(places),
    kinds: someOf(kinds),
  })
  .map(({ documents, chapters, places: where, kinds: some }) => ({
    ...(documents && { documents }),
    ...(chapters && { chapters }),
    ...(where && { places: where }),
    ...(some && { kinds: some }),
  }));
