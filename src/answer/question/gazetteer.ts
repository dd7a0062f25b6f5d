/**
 * Which chapter a name belongs to: people, companies and places that the documents mention in one chapter only.
 * "What does Merz want?" is about Germany because no other chapter speaks of Merz. Pure.
 */
import type { PassageStore } from '../../core/passage-store.ts';
import { createPauses, mapInPieces, type Pause } from '../../core/pauses.ts';
import { type Counts, countAll, type Summary } from '../../core/summary.ts';
import type { Passage, ReportDocument } from '../../core/types.ts';
import { languageCalled } from '../../language/choose-language.ts';
import { findCountries } from '../../subjects/countries.ts';
import { type ChapterText, findOtherNames } from '../../subjects/find-other-names.ts';
import { readSubjects } from '../../subjects/read-subjects.ts';
import { createSubjects, type Subjects } from '../../subjects/subjects.ts';
import { isOverview } from './overview.ts';
import { type Companies, findCompanies } from './own-names.ts';

export interface Gazetteer {
  /** What the chapters are about, and the words for it. */
  subjects: Subjects;
  /** Countries that most chapters name: that they have no chapter does not mean that nothing is said of them. */
  throughout: ReadonlySet<string>;
  /** Short names of the chapters, in order. */
  chapterNames: readonly string[];
  /** The chapter that a name belongs to, by its lower-case form. */
  chapterOf: ReadonlyMap<string, string>;
  /** Those whose reports the documents are, where no chapter is about them. */
  companies: Companies;
  /** Whether the text of the documents has a word, in lower case. */
  prints: (word: string) => boolean;
}

/** A name must stand this often in its chapter, and this share of its mentions must be there. */
const leastMentions = 2;
const leastShare = 0.8;
const shortestName = 3;

/** Capitalised words that do not open a sentence, possessives off: "Merz", "ASML", "BelGaN". */
function namesIn(text: string): string[] {
  const words = text.match(/(?<=[\p{L}\p{N},;)’'"”]\s+["“'‘(]?)\p{Lu}[\p{L}\p{N}-]+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}

/** What is found in the text of each chapter, and how often. Endnotes are left out: they name whoever wrote the source. */
function countByChapter(
  passages: readonly Passage[],
  find: (text: string) => readonly string[],
): Map<string, Counts> {
  const found = new Map<string, string[]>();
  for (const { kind, chapter, text } of passages) {
    if (kind === 'note') continue;
    const known = found.get(chapter) ?? [];
    known.push(...find(text));
    found.set(chapter, known);
  }
  return new Map([...found].map(([chapter, own]) => [chapter, countAll(own)]));
}

/** Each chapter's text, notes left out. */
function readTexts(passages: readonly Passage[]): ChapterText[] {
  const texts = new Map<string, string[]>();
  for (const { kind, chapter, text } of passages) {
    if (kind === 'note') continue;
    const known = texts.get(chapter) ?? [];
    known.push(text);
    texts.set(chapter, known);
  }
  return [...texts].map(([name, own]) => ({ name, text: own.join('\n') }));
}

type NamedInChapters = Pick<Summary, 'names' | 'chapterCountries' | 'otherNames' | 'chapterKinds'>;
type Counted = NamedInChapters & Pick<Summary, 'words'>;

/** For each chapter its names and countries, other names for its subject, and what kind of thing the text says that is. */
export function countNames(passages: readonly Passage[]): NamedInChapters {
  return {
    names: countByChapter(passages, namesIn),
    chapterCountries: countByChapter(passages, (text) => [
      ...new Set(findCountries(text).map(({ name }) => name)),
    ]),
    ...findOtherNames(readTexts(passages)),
  };
}

/** A country that this share of a document's chapters names concerns all of it: China and the US in a report on Europe. */
const leastChapters = 0.5;

function findThroughout(
  chapterNames: readonly string[],
  { chapterCountries }: Pick<Summary, 'chapterCountries'>,
): ReadonlySet<string> {
  const known = [...new Set(chapterNames)];
  const named = countAll(known.flatMap((chapter) => [...(chapterCountries.get(chapter)?.keys() ?? [])]));
  const least = leastChapters * known.length;
  return new Set([...named].filter(([, chapters]) => chapters >= least).map(([name]) => name));
}

/** Looks words up in all forms that are printed, which are gathered at the first look. */
function createPrints({ words }: Pick<Summary, 'words'>): Gazetteer['prints'] {
  let printed: ReadonlySet<string> | undefined;
  return (word) => {
    printed ??= new Set([...words.keys()].map((form) => form.toLowerCase()));
    return printed.has(word);
  };
}

/** The chapter that each name belongs to, if it belongs to one of `homes`. */
async function findChapters(
  names: Summary['names'],
  homes: ReadonlySet<string>,
  pause: Pause,
): Promise<Map<string, string>> {
  const mentions = new Map<string, Map<string, number>>();
  for (const [chapter, counts] of names) {
    await pause();
    if (!homes.has(chapter)) continue;
    for (const [name, count] of counts) {
      const byChapter = mentions.get(name) ?? new Map<string, number>();
      mentions.set(name, byChapter.set(chapter, count));
    }
  }
  const chapterOf = new Map<string, string>();
  for (const [name, byChapter] of mentions) {
    await pause();
    const total = [...byChapter.values()].reduce((sum, count) => sum + count, 0);
    const [chapter, most] = [...byChapter].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (name.length >= shortestName && most >= leastMentions && most >= leastShare * total)
      chapterOf.set(name, chapter);
  }
  return chapterOf;
}

/** Which chapter each name belongs to, by what ingest has counted. A server that opens an index anew answers meanwhile. */
export async function buildGazetteer(
  documents: readonly ReportDocument[],
  summary: Counted,
  pause: Pause = createPauses(),
): Promise<Gazetteer> {
  const byDocument = await mapInPieces(documents, pause, ({ chapters: own, language }) =>
    own
      .filter(({ kind }) => kind === 'chapter')
      .map(({ name }) => ({ name, isOverview: isOverview(name, languageCalled(language)) })),
  );
  const chapters = byDocument.flat();
  const chapterNames = chapters.map(({ name }) => name);
  const overviews = new Set(chapters.filter((one) => one.isOverview).map(({ name }) => name));
  const throughout = await mapInPieces(byDocument, pause, (own) => [
    ...findThroughout(
      own.map(({ name }) => name),
      summary,
    ),
  ]);
  const named = new Set(throughout.flat());
  await pause();
  const list = readSubjects(chapterNames, summary);
  await pause();
  const subjects = createSubjects(list, named, overviews);
  // No name belongs to a chapter about all the others.
  const homes = new Set(
    subjects.list
      .filter(({ kind, name }) => kind !== 'union' && !overviews.has(name))
      .map(({ name }) => name),
  );
  const chapterOf = await findChapters(summary.names, homes, pause);
  // Where a chapter is about it, its name tells which passages are.
  const known = new Set(chapterNames);
  const isChapter = (names: readonly string[]) =>
    names.some((name) => subjects.find(name).some((found) => known.has(found.name)));
  await pause();
  const companies = new Map([...findCompanies(documents, summary)].filter(([, names]) => !isChapter(names)));
  return { subjects, chapterNames, chapterOf, throughout: named, companies, prints: createPrints(summary) };
}

/** The gazetteer of all documents of a store. */
export async function readGazetteer(store: PassageStore): Promise<Gazetteer> {
  const [documents, summary] = await Promise.all([store.documents(), store.summary()]);
  return buildGazetteer(documents, summary);
}
