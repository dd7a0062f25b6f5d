/** Answers "which chapters mention …" with a sentence of every chapter that has the words. */
import type { Language } from '../../core/language.ts';
import { compareIds, type PassageFilter, type PassageStore } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';
import type { DocumentLanguages } from '../../language/document-languages.ts';
import { indexedText } from '../../search/indexed-text.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import type { Coverage } from '../../wire/types.ts';
import type { Candidate } from './candidate.ts';
import { chapterKey, chapterKeys, chaptersWithin, countChapters } from './chapters-within.ts';
import { fetchHits } from './fetch-hits.ts';
import { listTerms } from './sentence-profile.ts';

/** How sure it is that a chapter which has the words speaks of the thing: a word may have two meanings. */
export const sureOfMention = 0.95;

/** The most chapters that are quoted; the rest are counted. */
const mostQuoted = 40;

/** Tells whether a text has the words of a phrase side by side, whatever their number ("bank", "banks"). */
function seekPhrase(phrase: string, language: Language): (text: string) => boolean {
  const sought = listTerms(phrase, language);
  return (text) => {
    const own = listTerms(text, language);
    return (
      sought.length > 0 && own.some((_, start) => sought.every((term, place) => own[start + place] === term))
    );
  };
}

/** The passages of text and tables that have the words of a phrase in one sentence, as hits, in reading order. */
export async function findMentions(
  phrase: string,
  { documents, ...filter }: PassageFilter,
  store: PassageStore,
  languages: DocumentLanguages,
): Promise<RetrievedHit[]> {
  const ids = documents ?? (await store.documents()).map(({ id }) => id);
  const stretch = { ...filter, documents: ids, kinds: ['body', 'table'] as const };
  const passages = await store.readStretch({ ...stretch, words: phrase });
  const holding = passages.filter((passage) => mentions(passage, phrase, languages.of(passage.documentId)));
  return fetchHits(holding, store);
}

function mentions({ sentences }: Passage, phrase: string, language: Language): boolean {
  const holdsPhrase = seekPhrase(phrase, language);
  return sentences.some((sentence) => holdsPhrase(indexedText(sentence)));
}

/**
 * The best sentence with the phrase of each chapter that has one, in the order of the documents, and how many those are.
 * @param candidates the scored sentences of the passages that mention it, best first.
 */
export async function chooseMentions(
  phrase: string,
  candidates: readonly Candidate[],
  filter: PassageFilter,
  store: PassageStore,
): Promise<{ chosen: Candidate[]; coverage?: Coverage }> {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = chapterKey(candidate.passage);
    const holdsPhrase = seekPhrase(phrase, candidate.language);
    if (best.has(key) || !holdsPhrase(indexedText(candidate.sentence))) continue;
    best.set(key, candidate);
  }
  const found = [...best.values()].sort((a, b) => compareIds(a.passage.id, b.passage.id));
  const chosen = found.slice(0, mostQuoted);
  const chapters = await chaptersWithin(filter, store);
  const coverage = {
    chapters: chapters.length,
    lookedAt: chapters.length,
    speaking: countChapters(chapters, chapterKeys(found)),
    quoted: countChapters(chapters, chapterKeys(chosen)),
  };
  return { chosen, ...(chapters.length > 1 && { coverage }) };
}
