/** Scored sentences for tests of choosing, without an encoder. */

import { type FeatureName, type Features, featureNames } from '../../answer/choose/features.ts';
import type { Candidate } from '../../answer/choose/select.ts';
import type { Note, Passage, PassageKind } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';

/** A passage on one page, its sentences without boxes. */
export function makePassage(
  place: { id: string; chapter: string; kind?: PassageKind; page?: number; noteIds?: readonly string[] },
  texts: readonly string[],
): Passage {
  const pages = [place.page ?? 1];
  return {
    id: place.id,
    documentId: 'fragmented-europe-2026',
    chapter: place.chapter,
    section: null,
    kind: place.kind ?? 'body',
    text: texts.join(' '),
    pages,
    sentences: texts.map((text) => ({
      text,
      pages,
      boxes: [],
      noteIds: [...(place.noteIds ?? [])],
      markers: [],
    })),
  };
}

/** The note whose text a passage of the kind has. */
export function noteIn({ chapter, text, pages, sentences }: Passage): Note {
  const id = sentences[0]?.noteIds[0] ?? '';
  return { id, chapter, label: '1', text, urls: [], page: pages[0] ?? 1, pages, boxes: [] };
}

/** Features that are all 0, except those given. */
export function makeFeatures(given: Partial<Record<FeatureName, number>> = {}): Features {
  return { ...(Object.fromEntries(featureNames.map((name) => [name, 0])) as Features), ...given };
}

export function makeCandidate(
  passage: Passage,
  index: number,
  score: number,
  features: Partial<Record<FeatureName, number>> = {},
): Candidate {
  const sentence = passage.sentences[index];
  if (sentence === undefined) throw new Error(`${passage.id} has no sentence ${index}.`);
  return { passage, language: english, index, sentence, score, features: makeFeatures(features) };
}
