/** A passage store in memory, in the simplest way: lists, loops and copies. Only its keyword index is the real one. */
import { summarizer } from '../../assistant/summarizer.ts';
import type { Encoder } from '../../core/networks.ts';
import {
  compareIds,
  type PassageFilter,
  type PassageStore,
  type Place,
  type Stretch,
} from '../../core/passage-store.ts';
import { addSummaries } from '../../core/summary.ts';
import type { Note, Passage, ReadingTrace, ReportDocument } from '../../core/types.ts';
import { indexedParts } from '../../search/indexed-text.ts';
import { toPassageTokens } from '../../search/token-vectors.ts';
import { createKeywordIndex } from '../../store/disk/keyword-index.ts';
import { buildKeywords } from '../../store/disk/keyword-table.ts';
import { createFakeEncoder } from '../networks/fake-encoder.ts';

export interface FakeStoreContents {
  passages: readonly Passage[];
  notes?: readonly Note[];
  documents?: readonly ReportDocument[];
  /** By document id. */
  traces?: ReadonlyMap<string, ReadingTrace>;
  /** The fake encoder by default. */
  encoder?: Encoder;
}

/** Compares the ways as texts; no title of the tests holds a line break. */
const isAt = (passage: Passage, { documentId, chapter, path = [] }: Place) =>
  [passage.documentId, passage.chapter, ...(passage.path ?? []), '']
    .join('\n')
    .startsWith([documentId, chapter, ...path, ''].join('\n'));

function isIn(passage: Passage, { documents, chapters, places, kinds }: PassageFilter): boolean {
  return (
    (documents?.includes(passage.documentId) ?? true) &&
    (chapters?.includes(passage.chapter) ?? true) &&
    (places?.some((place) => isAt(passage, place)) ?? true) &&
    (kinds?.includes(passage.kind) ?? true)
  );
}

const isOn = ({ pages }: Passage, stretch: Stretch) =>
  stretch.pages === undefined || pages.some((page) => stretch.pages?.includes(page));

function cosine(left: Float32Array, right: Float32Array): number {
  if (left.length !== right.length) throw new RangeError(`${left.length} values, ${right.length} expected.`);
  return left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);
}

/** Encodes the passages and makes a store that touches no disk. Every result is a new copy, as from a database. */
export async function createFakeStore(contents: FakeStoreContents): Promise<PassageStore> {
  const { notes = [], encoder = createFakeEncoder() } = contents;
  const passages = [...contents.passages].sort((a, b) => compareIds(a.id, b.id));
  const documents = [...(contents.documents ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  const keywords = createKeywordIndex([{ table: buildKeywords(passages), start: 0 }], passages.length);
  const encodings = await Promise.all(passages.map((one) => encoder.encodePassage(indexedParts(one))));

  /** The values for some ids, from a list in the order of `known`. */
  function pick<Value>(ids: readonly string[], known: readonly { id: string }[], values: readonly Value[]) {
    const found = known.flatMap(({ id }, at): [string, Value][] => {
      const value = values[at];
      return ids.includes(id) && value !== undefined ? [[id, structuredClone(value)]] : [];
    });
    return new Map(found);
  }
  function scored(at: number, score: number) {
    const passage = passages[at];
    if (passage === undefined) return [];
    const { id, chapter, kind, matter } = passage;
    return [{ id, chapter, kind, ...(matter && { matter }), score }];
  }

  return {
    encoderId: encoder.id,
    findCandidates: async ({ vector, text, count, filter = {} }) => {
      const isAllowed = ({ id }: { id: string }) =>
        passages.some((passage) => passage.id === id && isIn(passage, filter));
      const near = vector && encodings.flatMap((own, at) => scored(at, cosine(own.vector, vector)));
      const worded =
        text === undefined
          ? []
          : keywords.search(text, passages.length).flatMap(({ position, score }) => scored(position, score));
      return {
        byVector: (near ?? [])
          .filter(isAllowed)
          .sort((a, b) => b.score - a.score)
          .slice(0, count),
        byKeyword: worded.filter(isAllowed).slice(0, count),
      };
    },
    vectors: async (ids) =>
      pick(
        ids,
        passages,
        encodings.map((encoding) => ({ vector: encoding.vector, tokens: toPassageTokens(encoding) })),
      ),
    tokenWeights: async (tokens) => {
      const weigh = (token: string) => {
        const holders = encodings.filter((encoding) => encoding.tokens.includes(token)).length;
        return Math.log(1 + passages.length / (1 + holders));
      };
      return new Map(tokens.map((token) => [token, weigh(token)]));
    },
    passages: async (ids) => pick(ids, passages, passages),
    neighbours: async (ids) => {
      const idBeside = (at: number, distance: number) => {
        const other = passages[at + distance];
        return other !== undefined && other.documentId === passages[at]?.documentId ? other.id : null;
      };
      const around = passages.map((_, at) => ({ previous: idBeside(at, -1), next: idBeside(at, 1) }));
      return pick(ids, passages, around);
    },
    readStretch: async (stretch) => {
      const holding = stretch.words === undefined ? undefined : keywords.holding(stretch.words);
      return structuredClone(
        passages.filter(
          (passage, at) => holding?.[at] !== 0 && isIn(passage, stretch) && isOn(passage, stretch),
        ),
      );
    },
    countPassages: async (filter) => passages.filter((passage) => isIn(passage, filter)).length,
    notes: async (ids) => pick(ids, notes, notes),
    summary: async (ids) => {
      const known = [...new Set(passages.map(({ documentId }) => documentId))];
      const documentIds = known.filter((id) => ids === undefined || ids.includes(id));
      const ownOf = (id: string) => passages.filter(({ documentId }) => documentId === id);
      return addSummaries(documentIds.map((id) => summarizer.summarize({ passages: ownOf(id) })));
    },
    trace: async (id) => structuredClone(contents.traces?.get(id)),
    documents: async (ids) =>
      structuredClone(documents.filter(({ id }) => ids === undefined || ids.includes(id))),
    within: (ids) =>
      createFakeStore({
        passages: passages.filter(({ documentId }) => ids.includes(documentId)),
        notes: notes.filter(({ id }) => ids.some((own) => id.startsWith(`${own}/`))),
        documents: documents.filter(({ id }) => ids.includes(id)),
        encoder,
      }),
  };
}
