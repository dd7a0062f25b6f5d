/** Looks among the sentences that were shown for those that support a written one. Pure but for `verify`. */
import type { Language } from '../core/language.ts';
import type { Passage } from '../core/types.ts';
import type { DocumentLanguages } from '../language/document-languages.ts';
import { align, languageOf } from '../verify/alignment.ts';
import { shareOfEach } from '../verify/find-evidence.ts';
import { findSupported, type SupportedItem } from '../verify/find-supported.ts';
import type { SourceText, Verification } from '../verify/verification.ts';
import type { ShownPassage, ShownSentence } from './shown.ts';
import { leastScore } from './writing-numbers.ts';

/** Checks a sentence against the texts that it cites. */
export type Verify = (sentence: string, sources: readonly SourceText[]) => Promise<Verification>;

/** The sentences cited by their passages, in the order of these. */
function byPassage(cited: readonly ShownSentence[]): [Passage, ShownSentence[]][] {
  const passages = new Map(cited.map(({ passage }) => [passage.id, passage]));
  return [...passages.values()].map((passage) => [
    passage,
    cited.filter((one) => one.passage.id === passage.id).sort((a, b) => a.index - b.index),
  ]);
}

/** The sentences cited as sources, those of one passage together. */
export function toSources(cited: readonly ShownSentence[], languages: DocumentLanguages): SourceText[] {
  return byPassage(cited).map(([{ documentId, chapter, section }, own]) => {
    const sentences = own.map(({ sentence }) => sentence.text);
    return { text: sentences.join(' '), sentences, language: languages.of(documentId), chapter, section };
  });
}

/** Something of a written sentence, and the sentence cited that has it. */
export interface ItemInCited extends Pick<SupportedItem, 'kind' | 'text'> {
  place: ShownSentence;
}

/** What of a written sentence those that it cites have for certain. */
export function findInCited(
  text: string,
  cited: readonly ShownSentence[],
  languages: DocumentLanguages,
): ItemInCited[] {
  const places = byPassage(cited).flatMap(([, own]) => own);
  return findSupported(align(text, toSources(cited, languages))).flatMap(
    ({ kind, text: words, sentence }) => {
      const place = places[sentence];
      return place === undefined ? [] : [{ kind, text: words, place }];
    },
  );
}

/** Each try may pass what should not: only the likeliest sentences are tried. */
const mostTried = 3;
/** Sentences with fewer of the written one's words are not tried. */
const leastShare = 0.3;

/** Whether the check is sure enough. */
export function isSupported({ verdict, score }: Verification, least: number = leastScore.cited): boolean {
  return verdict === 'supported' && score >= least;
}

export interface Support {
  /** That of what was shown: what written sentences are read by. */
  readonly language: Language;
  /** What the check says of these sentences as the source of the written one. */
  check(text: string, cited: readonly ShownSentence[]): Promise<Verification>;
  /**
   * A sentence shown that supports it, alone or together with one that it cites; none where none does, as far as tried.
   * Endnotes are not tried: the title of a source says little of what the report says.
   */
  find(text: string, cited: readonly ShownSentence[]): Promise<ShownSentence[]>;
  /** Those of the cited that are needed, or support the sentence alone: a citation beside the point is a false one. */
  prune(text: string, cited: readonly ShownSentence[]): Promise<ShownSentence[]>;
}

export function createSupport(
  shown: readonly ShownPassage[],
  { verify, languages }: { verify: Verify; languages: DocumentLanguages },
): Support {
  const language = languageOf(shown.map(({ passage }) => ({ language: languages.of(passage.documentId) })));
  const all = shown.flatMap(({ sentences }) => sentences).filter(({ passage }) => passage.kind !== 'note');
  const check: Support['check'] = (text, cited) => verify(text, toSources(cited, languages));

  function likeliest(text: string): ShownSentence[] {
    const shares = shareOfEach(
      text,
      all.map(({ sentence }) => sentence.text),
      language,
    );
    const scored = all.map((one, at) => ({ one, share: shares[at] ?? 0 }));
    const near = scored.filter(({ share }) => share >= leastShare).sort((a, b) => b.share - a.share);
    return near.slice(0, mostTried).map(({ one }) => one);
  }

  return {
    language,
    check,
    find: async (text, cited) => {
      const near = likeliest(text);
      const pairs = cited.flatMap((one) =>
        near.filter((other) => other !== one).map((other) => [one, other]),
      );
      for (const tried of [...near.map((one) => [one]), ...pairs]) {
        if (isSupported(await check(text, tried), leastScore.found)) return tried;
      }
      return [];
    },
    prune: async (text, cited) => {
      let kept = [...cited];
      for (const one of [...cited].reverse()) {
        const others = kept.filter((other) => other !== one);
        if (others.length === 0 || isSupported(await check(text, [one]))) continue;
        if (isSupported(await check(text, others))) kept = others;
      }
      return kept;
    },
  };
}
