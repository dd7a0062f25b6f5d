/** Finds words of denial in a text, and words on opposite sides of a matter. Pure. */
import type { CueKind, Language, PremiseForms, WordForms } from '../../core/language.ts';

export type { CueKind };

export interface Cue {
  kind: CueKind;
  /** Index of its first word, and of the word after its last. */
  from: number;
  to: number;
}

/** A language's word lists, prepared for lookup. */
interface CueTables {
  /** The longest first. */
  phrasesByFirst: Map<string, { words: string[]; kind: CueKind }[]>;
  kindOfStem: Map<string, CueKind>;
  sidesOf: Map<string, { matter: number; side: number }[]>;
}

const kinds = ['denial', 'turn', 'limit', 'persistence'] as const;

function buildTables(forms: PremiseForms, stem: WordForms['stem']): CueTables {
  const phrasesByFirst: CueTables['phrasesByFirst'] = new Map();
  const kindOfStem: CueTables['kindOfStem'] = new Map();
  for (const kind of kinds) {
    const { phrases, words } = forms.cues[kind];
    for (const word of words) kindOfStem.set(stem(word), kind);
    for (const phrase of phrases.map((one) => one.split(' '))) {
      const [first = ''] = phrase;
      const known = [...(phrasesByFirst.get(first) ?? []), { words: phrase, kind }];
      phrasesByFirst.set(
        first,
        known.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  const sidesOf: CueTables['sidesOf'] = new Map();
  for (const [matter, sides] of forms.sides.entries()) {
    for (const [side, words] of sides.entries()) {
      for (const one of words.map((word) => stem(word)))
        sidesOf.set(one, [...(sidesOf.get(one) ?? []), { matter, side }]);
    }
  }
  return { phrasesByFirst, kindOfStem, sidesOf };
}

const tables = new WeakMap<PremiseForms, CueTables>();
function tablesOf(forms: PremiseForms, words: WordForms | undefined): CueTables {
  const known = tables.get(forms) ?? buildTables(forms, words?.stem ?? ((word) => word));
  tables.set(forms, known);
  return known;
}

/** The cues among the words of a text; none in a language without such lists. */
export function findCues(
  words: readonly { lower: string; stem: string }[],
  { premises, words: wordForms }: Language,
): Cue[] {
  if (premises === undefined) return [];
  const { phrasesByFirst, kindOfStem } = tablesOf(premises, wordForms);
  const cues: Cue[] = [];
  for (let at = 0; at < words.length; at++) {
    const { lower = '', stem = '' } = words[at] ?? {};
    if (premises.noCues.has(`${lower} ${words[at + 1]?.lower ?? ''}`)) {
      at += 1;
      continue;
    }
    const phrase = phrasesByFirst
      .get(lower)
      ?.find((one) => one.words.every((word, offset) => words[at + offset]?.lower === word));
    const kind = phrase?.kind ?? (premises.denyingEnd.test(lower) ? 'denial' : kindOfStem.get(stem));
    if (kind === undefined) continue;
    const to = at + (phrase?.words.length ?? 1);
    cues.push({ kind, from: at, to });
    at = to - 1;
  }
  return cues;
}

function sidesOf(stem: string, { premises, words }: Language) {
  return premises === undefined ? undefined : tablesOf(premises, words).sidesOf.get(stem);
}

/** Whether a stem takes a side. */
export const takesSide = (stem: string, language: Language) => sidesOf(stem, language) !== undefined;

function sharesMatter(a: string, b: string, sameSide: boolean, language: Language): boolean {
  const own = sidesOf(a, language);
  const others = sidesOf(b, language);
  if (own === undefined || others === undefined) return false;
  return own.some((one) =>
    others.some((other) => one.matter === other.matter && (one.side === other.side) === sameSide),
  );
}

/** Whether two stems take opposite sides of a matter. */
export const areOpposed = (a: string, b: string, language: Language) => sharesMatter(a, b, false, language);

/** Whether two stems take the same side of a matter. */
export const areAllied = (a: string, b: string, language: Language) => sharesMatter(a, b, true, language);
