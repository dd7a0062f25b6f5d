/**
 * What the source has, but tells of something else: "in 2019" where the sentence of the source that the written one is at
 * home in says "in 2018", and 2019 stands in another. Pure.
 */
import type { Comparison } from '../comparison.ts';
import { isAcronymOf } from '../reading/acronyms.ts';
import { findItems, type Item, isDistinct, shares } from '../reading/items.ts';
import { isCountry } from '../reading/name-keys.ts';
import { type DateMention, findDates } from '../reading/read-dates.ts';
import { findAllQuantities, findQuantities, isShare, type Quantity } from '../reading/read-quantities.ts';
import type { Finding } from '../verification.ts';
import { isNameKnown } from './check-names.ts';
import { isNumberSaid } from './check-numbers.ts';
import type { Span } from './context.ts';
import { findHome, type Home } from './find-home.ts';
import { isDateSaid, isSaidAround } from './same-dates.ts';

/**
 * By how much of what the source has of the surroundings the home must have more than the sentences with the fact, for a
 * doubt and for certainty; and how much of the surroundings the source must have at all. On the dev triples a date or
 * share that certainly belongs elsewhere is right all the same 1 in 220 times.
 */
const lead = { doubt: 0.25, certain: 0.75, name: 0.9 };
const cover = { doubt: 1 / 3, certain: 2 / 3 };

/** "That figure has reached …": the sentence goes on with what the one before tells of. */
const refersBack =
  /^(?:that|this|these|those|it|they|he|she|its|their|the (?:figure|share|number|same|latter|company|plant|law|agreement|project|deal|move))\b/i;
/** "Over these years", "that year": the date is told elsewhere. */
const refersToTime =
  /\b(?:these|those|that|this|same) (?:\S+ )?(?:years?|period|time|decades?|months?|days?|spring|summer|autumn|winter)\b/i;

/** A fact of the sentence, where the source has it. */
interface Fact {
  kind: 'date' | 'number' | 'name';
  text: string;
  span: Span;
  /** The sentences of the source that have it, by index. */
  saying: readonly number[];
  /** What the home has in its place; null where nothing there speaks against it. */
  rivalIn: (home: Home) => string | null;
  /** Whether it may be certain. */
  isFirm: boolean;
}

function judge(fact: Fact, comparison: Comparison): Finding[] {
  const { kind, text, span, saying, rivalIn, isFirm } = fact;
  const found = saying.length === 0 ? null : findHome(span, comparison);
  if (found === null || saying.includes(found.home)) return [];
  const { home, share } = found;
  const ahead = share(home) - Math.max(...saying.map(share));
  if (ahead < lead.doubt || found.cover < cover.doubt) return [];
  const rival = rivalIn(found);
  if (rival === null) return [];
  const next = comparison.source[home + 1]?.trim() ?? '';
  const isOpen =
    (saying.includes(home + 1) && refersBack.test(next)) || refersToTime.test(comparison.source[home] ?? '');
  return [
    {
      kind,
      text,
      reason: `the passage says “${rival}” of this`,
      rule: kind === 'name' ? 'elsewhere-name' : 'elsewhere',
      isCertain: isFirm && !isOpen && ahead >= lead.certain && found.cover >= cover.certain,
      strength: Math.min(1, ahead),
    },
  ];
}

/** The words that lie within a stretch of the sentence. */
function spanOf({ start, end }: { start: number; end: number }, { words }: Comparison): Span {
  const inside = words.flatMap((word, at) => (word.end > start && word.start < end ? [at] : []));
  return { from: inside[0] ?? 0, to: inside.at(-1) ?? 0 };
}

/** "Two years after 2020", "a year later": the year that is meant is another. */
const isOffset =
  /\byears? (?:after|before|later|earlier|since|ago|on|prior)\b|\b(?:years?|decades?) (?:before|after)\b/i;
/** "After 2020" of what happened from 2021 on. */
const isEdge = /\b(?:after|before|until|till|than|by|pre-|post-)(?: the (?:end|start) of)? ?$/i;

/** "As in 2020". */
const isCompared = /\b(?:as|like|unlike) (?:in )?$/i;

const isYear = ({ year, isDecade }: DateMention) => year !== null && !isDecade;
/** The sentences of the source that a test holds for, by index. */
const sentencesWith = ({ source }: Comparison, holds: (at: number) => boolean): number[] =>
  source.flatMap((_, at) => (holds(at) ? [at] : []));

/** What numbers and dates the sentences of the source have. */
interface Facts {
  comparison: Comparison;
  dates: readonly DateMention[];
  datesIn: readonly (readonly DateMention[])[];
  numbers: readonly Quantity[];
  numbersIn: readonly (readonly Quantity[])[];
  years: ReadonlySet<number | null>;
}

const isDateIn = (said: DateMention, at: number, { datesIn, years, comparison }: Facts) =>
  isDateSaid(said, datesIn[at] ?? [], years) || isSaidAround(said, datesIn[at] ?? [], comparison.sentence);
const isNumberIn = (said: Quantity, at: number, { numbers, numbersIn }: Facts) =>
  isNumberSaid(said, numbers, numbersIn[at] ?? []);

function readFacts(comparison: Comparison): Facts {
  const datesIn = comparison.source.map(findDates);
  return {
    comparison,
    dates: findDates(comparison.sentence),
    datesIn,
    numbers: findQuantities(comparison.sentence),
    numbersIn: comparison.source.map(findAllQuantities),
    years: new Set(datesIn.flat().map(({ year }) => year)),
  };
}

function toDateFact(said: DateMention, facts: Facts): Fact {
  const { comparison, dates, datesIn, numbers } = facts;
  const saying = sentencesWith(comparison, (at) => isDateIn(said, at, facts));
  const before = comparison.sentence.slice(0, said.start);
  const rivalIn = ({ home }: Home): string | null => {
    const text = comparison.source[home] ?? '';
    const own = (datesIn[home] ?? []).filter(
      (one) => isYear(one) && !isCompared.test(text.slice(0, one.start)),
    );
    const isToldToo = own.some(({ year }) => dates.some((other) => other !== said && other.year === year));
    const isBeside = own.some(({ year }) => Math.abs((year ?? 0) - (said.year ?? 0)) <= 1);
    // A number that only the other sentence has goes with the date.
    const isWithNumber = numbers.some(
      (one) => saying.some((at) => isNumberIn(one, at, facts)) && !isNumberIn(one, home, facts),
    );
    if (isToldToo || isWithNumber || (isBeside && isEdge.test(before))) return null;
    return own[0]?.text ?? null;
  };
  return { kind: 'date', text: said.text, span: spanOf(said, comparison), saying, rivalIn, isFirm: true };
}

const measureOf = (one: Quantity) => (isShare(one) ? 'share' : one.unit);

function toNumberFact(said: Quantity, facts: Facts): Fact {
  const { comparison, dates, numbers, numbersIn } = facts;
  const saying = sentencesWith(comparison, (at) => isNumberIn(said, at, facts));
  const rivalIn = ({ home }: Home): string | null => {
    const there = numbersIn[home] ?? [];
    const own = there.filter((one) => measureOf(one) === measureOf(said));
    const isToldToo = own.some((one) => numbers.some((other) => isNumberSaid(one, there, [other])));
    const isWithDate = dates.some(
      (one) => isYear(one) && saying.some((at) => isDateIn(one, at, facts)) && !isDateIn(one, home, facts),
    );
    return isToldToo || isWithDate ? null : (own[0]?.text ?? null);
  };
  // What is counted is often counted by another name.
  const isFirm = isShare(said) || said.unit === 'money';
  return { kind: 'number', text: said.text, span: spanOf(said, comparison), saying, rivalIn, isFirm };
}

/** A name among the first words is what the sentence is about. */
const opening = 2;

const isCountryName = ({ keys }: Item) => keys.some(isCountry);

function findNameFacts(comparison: Comparison): Fact[] {
  const { words, sourceWords, headingWords } = comparison;
  const known = new Set(headingWords.map(({ key }) => key));
  const namesOf = (list: typeof words) =>
    findItems(list, sourceWords).filter(
      (item) => item.kind === 'name' && isDistinct(item) && !item.keys.every((key) => known.has(key)),
    );
  const names = namesOf(words);
  const given = namesOf(sourceWords);
  const isIn = (item: Item, at: number) => sourceWords[item.from]?.sentence === at;
  return names.map((said): Fact => {
    const own = words.slice(said.from, said.to + 1);
    const saying = sentencesWith(comparison, (at) => {
      const there = sourceWords.filter(({ sentence }) => sentence === at);
      const isNamed = given.some((item) => isIn(item, at) && shares(item, said));
      return isNamed || isNameKnown(own, there) || isAcronymOf(words, said.from, there);
    });
    const rivalIn = ({ home, share }: Home): string | null => {
      // Whoever was named before may be "the company" from then on; a country or who opens the sentence less often.
      const mayBeReferredTo = saying.some((at) => at < home);
      const isLikely = (isCountryName(said) || said.from <= opening) && share(home) >= lead.name;
      if (mayBeReferredTo && !isLikely) return null;
      const there = given.filter((item) => isIn(item, home) && isCountryName(item) === isCountryName(said));
      if (there.some((item) => names.some((name) => shares(name, item)))) return null;
      const [rival] = there;
      if (rival === undefined) return null;
      return sourceWords
        .slice(rival.from, rival.to + 1)
        .map(({ text }) => text)
        .join(' ');
    };
    const text = own.map((word) => word.text).join(' ');
    return { kind: 'name', text, span: said, saying, rivalIn, isFirm: false };
  });
}

export function checkElsewhere(comparison: Comparison): Finding[] {
  const facts = readFacts(comparison);
  const dates = isOffset.test(comparison.sentence) ? [] : facts.dates.filter(isYear);
  return [
    ...dates.map((said) => toDateFact(said, facts)),
    ...facts.numbers.map((said) => toNumberFact(said, facts)),
    ...findNameFacts(comparison),
  ].flatMap((fact) => judge(fact, comparison));
}
