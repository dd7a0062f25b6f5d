/** Notices that a document that is taken in has most of its sentences from another one. */
import { estimateShare, makeSketch, measureShare, sentenceKeys, sketchRules } from '../compare/sketch.ts';
import type { IngestedDocument, NoticedEdition, Passage, ReportDocument } from '../core/types.ts';

/** A document with its passages, where these are at hand. */
type Gathered = Pick<IngestedDocument, 'document'> & Partial<Pick<IngestedDocument, 'passages'>>;

/** The same with what tells one from another. */
interface Sketched extends Partial<Pick<IngestedDocument, 'passages'>> {
  document: Pick<ReportDocument, 'id' | 'sketch'>;
}

/** From which share on a document is taken for another edition, and for the same text in another file. */
const least = { edition: 0.5, duplicate: 0.99 } as const;
/** Of the estimates, which are wrong by some hundredths: how many of the others are read, from which share on. */
const looked = { count: 3, share: 0.35 } as const;

/** The document with its sketch, made of its passages if it has none of these rules. */
export function withSketch<One extends Gathered>(one: One): One {
  const { document, passages } = one;
  if (passages === undefined || document.sketch?.rules === sketchRules) return one;
  return { ...one, document: { ...document, sketch: makeSketch(sentenceKeys(passages)) } };
}

/** Those that may have most of a document's sentences, by their sketches. */
function findCandidates({ document: { sketch } }: Sketched, others: readonly Sketched[]): Sketched[] {
  if (sketch === undefined) return [];
  return others
    .flatMap((other) => {
      const its = other.document.sketch;
      return its?.rules === sketch.rules ? [{ other, estimate: estimateShare(sketch, its) }] : [];
    })
    .filter(({ estimate }) => estimate >= looked.share)
    .sort((a, b) => b.estimate - a.estimate)
    .slice(0, looked.count)
    .map(({ other }) => other);
}

/**
 * Those of the documents that are new or changed which have most of their sentences in common with another one, each with the
 * one that has most. Of two that are both new the second by id is told of. Others are known by their sketches; only those that
 * these find are read.
 * @param all in the order of their ids, with their sketches.
 * @param statuses what became of each, by id.
 * @param readKept the passages of a document that the index has already.
 */
export async function findEditions(
  all: readonly Sketched[],
  statuses: readonly { id: string; status: 'new' | 'changed' | 'unchanged' }[],
  readKept: (documentId: string) => Promise<readonly Passage[]>,
): Promise<NoticedEdition[]> {
  const fresh = new Set(statuses.flatMap(({ id, status }) => (status === 'unchanged' ? [] : [id])));
  const keysOf = async ({ document, passages }: Sketched) =>
    sentenceKeys(passages ?? (await readKept(document.id)));
  const found: NoticedEdition[] = [];
  for (const [index, own] of all.entries()) {
    if (!fresh.has(own.document.id)) continue;
    const others = all.filter((other, at) => at < index || !fresh.has(other.document.id));
    const candidates = findCandidates(own, others);
    if (candidates.length === 0) continue;
    const keys = await keysOf(own);
    const measured = await Promise.all(
      candidates.map(async (other): Promise<NoticedEdition> => {
        const theirs = await keysOf(other);
        const share = measureShare(keys, theirs);
        const isDuplicate = share >= least.duplicate && measureShare(theirs, keys) >= least.duplicate;
        return { document: own.document.id, like: other.document.id, share, isDuplicate };
      }),
    );
    const [best] = measured.sort(
      (a, b) => Number(b.isDuplicate) - Number(a.isDuplicate) || b.share - a.share,
    );
    if (best !== undefined && best.share >= least.edition) found.push(best);
  }
  return found;
}
