/** Questions that a document may answer, to be tried. Pure. */
import type { Answer, DocumentListing } from '../../wire/types.ts';

export interface TriedQuestion {
  question: string;
  document: string;
  /** The section that it asks about; absent where it asks about the whole. */
  section?: string;
  /** Whether it was written for the document. */
  isWritten?: true;
}

/** For the report that ships: a figure, a name, a comparison and a list. */
const shipped: Partial<Record<string, readonly string[]>> = {
  'fragmented-europe-2026': [
    'How many industry jobs did Germany lose in 2025?',
    'Which law did the Dutch invoke to seize Nexperia?',
    'Compare Huawei in 5G in Sweden, Hungary and Italy',
    'Which countries banned Huawei from 5G?',
  ],
};

/** For any report that is asked alone. */
const ofWhole = [
  'What are the main findings?',
  'What does it recommend?',
  'What is its purpose?',
  'What does it conclude?',
];

/** So many sections of a document are tried. */
const mostTried = 8;
const words = { least: 3, most: 7 };

/** What cannot stand behind "about": a heading that is a question or an instruction. */
const asks = /^(?:how|what|when|where|which|who|why)\b/i;

/** A heading as a question names it; undefined for one that is a number, a sentence, in capitals or broken. */
function toName(title: string, document: string): string | undefined {
  const name = title.replace(/^(?:[A-Z]?\d[\d.]*|[A-Z]\.)\s+/u, '').trim();
  const count = name.split(/\s+/).length;
  const isPlain = /^[\p{L}\p{N} ,&'’()–-]+$/u.test(name) && /\p{Ll}/u.test(name) && !asks.test(name);
  const isDocument = document.toLowerCase().includes(name.toLowerCase());
  return isPlain && !isDocument && count >= words.least && count <= words.most ? name : undefined;
}

/** Up to `most` of them, spread over the list. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return items
    .filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
    .slice(0, most);
}

/** Those written for it, or on its sections, spread over it. */
export function findQuestions({ id, title, structure = [] }: DocumentListing): TriedQuestion[] {
  const written = shipped[id];
  if (written !== undefined) return written.map((question) => ({ question, document: id, isWritten: true }));
  const sections = structure.flatMap((entry) => {
    const name = entry.kind === 'section' && !entry.matter ? toName(entry.title, title) : undefined;
    return name === undefined ? [] : [{ name, section: entry.title }];
  });
  return spread(sections, mostTried).map(({ name, section }) => ({
    question: `What is said about ${name}?`,
    document: id,
    section,
  }));
}

/** Those for what it says as a whole, which one that a question was written for does not need. */
export function findWholeQuestions({ id }: DocumentListing): TriedQuestion[] {
  return shipped[id] === undefined ? ofWhole.map((question) => ({ question, document: id })) : [];
}

/** Well above that under which the page warns of an answer, .4: the first answer that a reader sees should hold. */
const leastConfidence = 0.7;

/** Whether the document answers, and of the section asked about; an answer with a warning is no good beginning. */
export function isAnswered({ document, section, isWritten }: TriedQuestion, answer: Answer): boolean {
  const [first] = answer.citations;
  if (answer.status !== 'answered' || first?.document !== document || answer.warnings.length > 0)
    return false;
  if (isWritten) return true;
  const isThere =
    section === undefined || first.section === section || first.path?.includes(section) === true;
  return isThere && answer.confidence >= leastConfidence;
}
