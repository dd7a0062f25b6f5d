/** What changed between two editions, as the API says it. */
import { createPauses, mapInPieces } from '../core/pauses.ts';
import type { Passage, PassageKind, ReportDocument } from '../core/types.ts';
import { titleKey } from '../text/similar-titles.ts';
import { changeKinds } from '../wire/kinds.ts';
import { labelDocuments } from '../wire/label-documents.ts';
import type { Change, ChangeKind, EditionChanges } from '../wire/types.ts';
import { type EditionSentence, readEdition } from './edition.ts';
import { relateEditions } from './relate-editions.ts';
import type { ChapterPair, RelatedEditions, Relation } from './relation.ts';
import { findWordChanges } from './word-changes.ts';

/** A document with all of its passages in reading order. */
export interface ReadDocument {
  document: ReportDocument;
  passages: readonly Passage[];
}

/** The part of two editions that is asked for. */
export interface ComparedPart {
  /** Names of chapters of either edition; with each goes what it became, or was. */
  chapters: readonly string[];
  /** Ids of passages of either edition. */
  passageIds: ReadonlySet<string>;
}

export interface CompareOptions {
  /** All of both by default. */
  part?: ComparedPart | undefined;
  /** The kinds of change that are listed; all by default. */
  only?: readonly ChangeKind[] | undefined;
  /** When it is aborted, work stops at the next step and its reason is thrown. */
  signal?: AbortSignal | undefined;
}

const describe = ({ text, passageId, chapter, section, pages }: EditionSentence) => ({
  text,
  passageId,
  chapter,
  section,
  pages,
});

const textOf = (sentences: readonly EditionSentence[]) => sentences.map(({ text }) => text).join(' ');

const kindOf = ({ before, after }: Relation): PassageKind => (after[0] ?? before[0])?.kind ?? 'body';

function toChange(relation: Relation): Change[] {
  const { fate, before, after } = relation;
  const change = changeKinds.find((kind) => kind === fate);
  if (change === undefined) return [];
  return [
    {
      change,
      kind: kindOf(relation),
      before: before.map(describe),
      after: after.map(describe),
      ...(change === 'changed' && { words: findWordChanges(textOf(before), textOf(after)) }),
    },
  ];
}

function countKind(relations: readonly Relation[], kind: PassageKind): EditionChanges['counts']['body'] {
  const counts = { same: 0, reordered: 0, changed: 0, added: 0, removed: 0, moved: 0 };
  for (const relation of relations) if (kindOf(relation) === kind) counts[relation.fate] += 1;
  return { ...counts, same: counts.same + counts.reordered };
}

/** In the order of the new edition; what was removed behind what it stood behind. */
const inOrder = (a: Relation, b: Relation) =>
  a.place - b.place || Number(a.fate === 'removed') - Number(b.fate === 'removed');

/** The relations of each chapter; what was removed is told in the chapter that its own became. */
function groupRelations({ relations, chapters }: RelatedEditions): {
  chapter: string | null;
  formerly: string | null;
  relations: Relation[];
}[] {
  const groups = chapters.map(({ before, after }) => ({
    chapter: after?.name ?? null,
    formerly: before?.name ?? null,
    relations: [] as Relation[],
  }));
  const byName = new Map(groups.map((group) => [group.chapter, group]));
  const byFormerName = new Map(groups.map((group) => [group.formerly, group]));
  for (const relation of relations) {
    const [now, then] = [relation.after[0], relation.before[0]];
    const group = now === undefined ? byFormerName.get(then?.chapter ?? null) : byName.get(now.chapter);
    group?.relations.push(relation);
  }
  for (const group of groups) group.relations.sort(inOrder);
  return groups;
}

/** A title without its number: a chapter that only has another number is not renamed. */
const plainTitle = (title: string) => titleKey(title).replace(/^\d+/, '');

function compareChapters(chapters: readonly ChapterPair[]): EditionChanges['chapters'] {
  return {
    added: chapters.flatMap(({ before, after }) => (before === undefined ? (after?.title ?? []) : [])),
    removed: chapters.flatMap(({ before, after }) => (after === undefined ? (before?.title ?? []) : [])),
    renamed: chapters.flatMap(({ before, after }) =>
      before !== undefined && after !== undefined && plainTitle(before.title) !== plainTitle(after.title)
        ? [{ before: before.title, after: after.title }]
        : [],
    ),
  };
}

/** The two editions, each by what tells it from the other. */
function describeEditions(
  before: ReportDocument,
  after: ReportDocument,
): Pick<EditionChanges, 'before' | 'after'> {
  const labels = labelDocuments([before, after]);
  const describe = ({ id, title, pageCount }: ReportDocument) => ({
    ...{ id, title, label: labels.get(id) ?? title, pages: pageCount },
  });
  return { before: describe(before), after: describe(after) };
}

/**
 * Compares two editions sentence by sentence. The counts are of the part that is asked for, the lists of chapters of the
 * whole.
 * @throws the reason of `signal`.
 */
export async function compareEditions(
  before: ReadDocument,
  after: ReadDocument,
  { part, only, signal }: CompareOptions = {},
): Promise<EditionChanges> {
  const pause = createPauses(signal);
  // Chapters that stand for nothing but pages begin elsewhere in every edition.
  const isWhole = [before, after].some(({ document: { report } }) =>
    /^(?:pages|none)$/.test(report.chaptersFrom),
  );
  const read = ({ document, passages }: ReadDocument) =>
    readEdition(document, passages, pause, isWhole ? after.document.title : undefined);
  const related = await relateEditions(await read(before), await read(after), pause);
  const isNamed = (name: string | null) => name !== null && (part?.chapters.includes(name) ?? false);
  const isAsked = ({ before: then, after: now }: Relation) =>
    [...then, ...now].some(({ passageId }) => part?.passageIds.has(passageId));
  const groups = groupRelations(related).map((group) =>
    part === undefined || isNamed(group.chapter) || isNamed(group.formerly)
      ? group
      : { ...group, relations: group.relations.filter(isAsked) },
  );
  const counted = groups.flatMap((group) => group.relations);
  const isListed = ({ fate }: Relation) => only === undefined || only.some((kind) => kind === fate);
  const listed = await mapInPieces(groups, pause, async ({ relations: own, ...group }) => {
    const changes = await mapInPieces(own.filter(isListed), pause, toChange);
    return { ...group, changes: changes.flat() };
  });
  return {
    ...describeEditions(before.document, after.document),
    counts: {
      body: countKind(counted, 'body'),
      table: countKind(counted, 'table'),
      note: countKind(counted, 'note'),
    },
    chapters: compareChapters(related.chapters),
    groups: listed.filter(({ changes }) => changes.length > 0),
  };
}
