/** Notices that a document that is taken in has most of its sentences from another one. */
import { estimateShare, makeSketch, measureShare, sentenceKeys, sketchRules } from '../compare/sketch.ts';
import type { IngestedDocument } from '../core/types.ts';

/** A document that has most of its sentences in common with another one. */
export interface NoticedEdition {
  /** Its id. */
  document: string;
  /** The id of the other. */
  like: string;
  /** How many of its sentences the other has, 0..1. */
  share: number;
  /** Whether both have the same sentences. */
  isDuplicate: boolean;
}

/** From which share on a document is taken for another edition, and for the same text in another file. */
const least = { edition: 0.5, duplicate: 0.99 } as const;
/** Of the estimates, which are wrong by some hundredths: how many of the others are looked at, from which share on. */
const looked = { count: 3, share: 0.35 } as const;

/** The document with its sketch, made now if the index has none of these rules. */
export function withSketch(one: IngestedDocument): IngestedDocument {
  const { document, passages } = one;
  if (document.sketch?.rules === sketchRules) return one;
  return { ...one, document: { ...document, sketch: makeSketch(sentenceKeys(passages)) } };
}

/** The one that has most of a document's sentences, by their sketches and then by their sentences. */
function findEdition(own: IngestedDocument, others: readonly IngestedDocument[]): NoticedEdition | undefined {
  const { id, sketch } = own.document;
  if (sketch === undefined) return undefined;
  const keys = sentenceKeys(own.passages);
  const [best] = others
    .map((other) => ({
      other,
      estimate: other.document.sketch === undefined ? 0 : estimateShare(sketch, other.document.sketch),
    }))
    .filter(({ estimate }) => estimate >= looked.share)
    .sort((a, b) => b.estimate - a.estimate)
    .slice(0, looked.count)
    .map(({ other }) => {
      const theirs = sentenceKeys(other.passages);
      const share = measureShare(keys, theirs);
      const isDuplicate = share >= least.duplicate && measureShare(theirs, keys) >= least.duplicate;
      return { document: id, like: other.document.id, share, isDuplicate };
    })
    .filter(({ share }) => share >= least.edition)
    .sort((a, b) => b.share - a.share);
  return best;
}

/**
 * Those of the named documents that have most of their sentences in common with another one, each with the one that has most.
 * Of two that are both named, the second by id is told of.
 * @param ingested all documents, with their sketches.
 * @param fresh ids of those that are new or changed.
 */
export function findEditions(
  ingested: readonly IngestedDocument[],
  fresh: ReadonlySet<string>,
): NoticedEdition[] {
  return ingested.flatMap((own, index) => {
    if (!fresh.has(own.document.id)) return [];
    const others = ingested.filter(({ document }, at) => at < index || !fresh.has(document.id));
    return (
      findEdition(
        own,
        others.filter((other) => other !== own),
      ) ?? []
    );
  });
}
