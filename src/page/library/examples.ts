/** Questions to start with. */
import type { DocumentListing } from '../../wire/types.ts';

/** For the report that ships: questions that show an answer, a comparison and a "not stated". */
const shipped: Partial<Record<string, readonly string[]>> = {
  'fragmented-europe-2026': [
    'How many industry jobs did Germany lose in 2025?',
    'Which law did the Dutch invoke to seize Nexperia?',
    'Compare Huawei in 5G in Sweden, Hungary and Italy',
    'How much does Germany spend on chip subsidies?',
  ],
};

/** For any other report: four questions, each about one chapter, spread over the report. */
function fromChapters({ chapters }: DocumentListing): string[] {
  const step = Math.max(1, Math.floor(chapters.length / 4));
  return chapters
    .filter((_, index) => index % step === 0)
    .slice(0, 4)
    .map(({ name }) => `What are the main findings on ${name}?`);
}

export function exampleQuestions(documents: readonly DocumentListing[]): readonly string[] {
  const known = documents.flatMap(({ id }) => shipped[id] ?? []);
  const [first] = documents;
  return known.length > 0 || first === undefined ? known : fromChapters(first);
}
