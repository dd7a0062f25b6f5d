/** Numbers in a text as values with their units: "EUR 1.5 billion", "two thirds", "1,500", "29 per cent". Pure. */
import { findDates } from './read-dates.ts';

export type Unit = 'percent' | 'money' | 'ordinal' | 'times' | 'fraction' | 'plain';

export interface Quantity {
  /** What it may be read as: "200.000" is 200 or, as printed on the continent, 200,000. */
  values: readonly number[];
  unit: Unit;
  currency: string | null;
  /** "more than", "at least": over; "almost", "up to": under. */
  bound: 'about' | 'over' | 'under' | null;
  text: string;
  /** Offsets in the text, end exclusive. */
  start: number;
  end: number;
}

const units = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
const ordinals = (
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');
const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
const times: Readonly<Record<string, number>> = {
  twice: 2,
  thrice: 3,
  double: 2,
  doubled: 2,
  doubling: 2,
  doubles: 2,
  triple: 3,
  tripled: 3,
  tripling: 3,
  triples: 3,
  quadruple: 4,
  quadrupled: 4,
};

const wordNumber = `(?:${[...units.slice(1), ...tens].join('|')})`;
const scaleWord = '(?:hundred|thousand|million|billion|trillion)';
const spelled = `(?:(?:an?|${wordNumber})(?:[- ](?:and )?(?:${wordNumber}|${scaleWord}))*)`;
const digits = '\\d{1,3}(?:[,\\u00a0\\u202f]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const currencyBefore = '(?:US ?\\$|[€$£¥]|EUR|USD|RMB|CNY|GBP|CHF|SEK|DKK|PLN|CZK|HUF|NOK|NT\\$)\\s?';
const currencyAfter =
  '(?:\\s?€|\\s(?:US )?(?:euros?|dollars?|pounds?|yuan|renminbi|kronor|kroner|krona|zloty|crowns|koruna|EUR|USD|RMB|CNY|GBP|CHF|SEK|DKK|PLN|CZK|HUF))';
const percentAfter = '(?:\\s?%|\\s?per ?cent(?:age points?)?\\b|\\spp\\b|\\spercentage points?)';

/** Not inside a word or a longer number: "5G", "Covid-19", "17+1", "3GPP" and "A320" are names. */
const pattern = new RegExp(
  `(?<money>${currencyBefore})?(?<![\\p{L}\\d.,+/])(?<![\\p{L}]{2}[-‑])(?:` +
    `(?<ratio>(?:${wordNumber}|\\d{1,3}) (?:in|out of) (?:every )?(?:${spelled}|\\d{1,3}(?![\\d,.]\\d?)))\\b` +
    `|(?<digits>${digits})(?:(?<ordinal>st|nd|rd|th)\\b|(?<fold>[- ]?fold\\b|x\\b)|[- ]?(?<scale>hundred|thousand|million|billion|trillion|bn|mn|m|k)\\b)?(?![\\p{L}+]|[.,]?\\d)` +
    `|(?<part>(?:(?:an?|one|two|three|four|nine)[- ])?(?:half|thirds?|quarters?|fifths?|tenths?)\\b(?=\\s+(?:of|the|its|their|all|more)\\b|[,.;)]|$|[- ](?:owned|share|stake))|\\b(?:one|two|three|four|nine)[- ](?:thirds?|quarters?|fifths?|tenths?)\\b)` +
    `|(?<wordFold>(?:two|three|four|five|six|seven|eight|nine|ten)[- ]?fold)\\b` +
    `|(?<times>${Object.keys(times).join('|')})\\b` +
    `|(?<spelled>${spelled}|(?:a |one |half a |two )?dozen)\\b(?!-\\p{L}{5,})` +
    `|(?<ordinalWord>${ordinals.slice(2).join('|')})\\b` +
    `)(?<percent>${percentAfter})?(?<moneyAfter>${currencyAfter})?`,
  'giu',
);

const boundWords: readonly [NonNullable<Quantity['bound']>, RegExp][] = [
  [
    'over',
    /(?:more|greater|higher|larger) than(?: a| the)?\s*$|\b(?:over|above|exceed\w*|surpass\w*|at least|upwards of|well over|as (?:much|many) as)(?: the equivalent of)?\s*$/i,
  ],
  [
    'under',
    /(?:less|fewer|lower) than\s*$|\b(?:under|below|almost|nearly|up to|close to|not quite|just shy of|at most)\s*$/i,
  ],
  ['about', /\b(?:about|around|approximately|roughly|circa|ca\.|some|an estimated|close to|approx\.)\s*$/i],
];

function boundBefore(before: string): Quantity['bound'] {
  return boundWords.find(([, words]) => words.test(before))?.[0] ?? null;
}

/** "twenty-nine thousand", "a hundred and five", "half a dozen". */
export function readSpelled(text: string): number | null {
  if (/dozen/i.test(text)) {
    if (/half/i.test(text)) return 6;
    return /two/i.test(text) ? 24 : 12;
  }
  let total = 0;
  let current = 0;
  let isNumber = false;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    const unit = units.indexOf(word);
    const ten = tens.indexOf(word);
    const scale = scales[word];
    if (unit >= 0) current += unit;
    else if (ten >= 0) current += 20 + 10 * ten;
    else if (scale === 100) current = Math.max(current, 1) * 100;
    else if (scale !== undefined) {
      total += Math.max(current, 1) * scale;
      current = 0;
    } else continue;
    isNumber = true;
  }
  return isNumber ? total + current : null;
}

const readWhole = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : readSpelled(text));

function readDigits(text: string): number[] {
  const plain = Number(text.replace(/[,\u00a0\u202f]/g, ''));
  return /^\d{1,3}\.\d{3}$/.test(text) ? [plain, plain * 1000] : [plain];
}

const currencyNames: readonly [string, RegExp][] = [
  ['EUR', /€|EUR|euro/i],
  ['USD', /US ?\$|USD|dollar|^\$/i],
  ['CNY', /RMB|CNY|yuan|renminbi|¥/i],
  ['GBP', /£|GBP|pound/i],
  ['SEK', /SEK|kronor|krona\b/i],
  ['DKK', /DKK|kroner/i],
  ['CZK', /CZK|crowns|koruna/i],
];

function currencyOf(text: string): string | null {
  if (text.trim() === '') return null;
  return currencyNames.find(([, names]) => names.test(text.trim()))?.[0] ?? text.trim().toUpperCase();
}

function readPart(text: string): number | null {
  const word = /half|third|quarter|fifth|tenth/i.exec(text)?.[0]?.toLowerCase() ?? '';
  const denominator = parts[word];
  if (denominator === undefined) return null;
  const count = /^(two|three|four|nine)/i.exec(text)?.[0]?.toLowerCase() ?? 'one';
  return Math.max(units.indexOf(count), 1) / denominator;
}

function readMatch(
  groups: Readonly<Record<string, string | undefined>>,
): Pick<Quantity, 'values' | 'unit'> | null {
  if (groups.ratio !== undefined) {
    const [count, whole] = groups.ratio.split(/ (?:in|out of) (?:every )?/i).map(readWhole);
    return count === null || !whole || count === undefined || count > whole
      ? null
      : { values: [count / whole], unit: 'fraction' };
  }
  if (groups.digits !== undefined) {
    const scale = groups.scale === undefined ? 1 : (scales[groups.scale.toLowerCase()] ?? 1);
    // 512.2 * 1000 is 512200.00000000006.
    const values = readDigits(groups.digits).map((value) => Number((value * scale).toPrecision(12)));
    if (groups.ordinal !== undefined) return { values, unit: 'ordinal' };
    return { values, unit: groups.fold === undefined ? 'plain' : 'times' };
  }
  if (groups.part !== undefined) {
    const value = readPart(groups.part);
    return value === null ? null : { values: [value], unit: 'fraction' };
  }
  if (groups.wordFold !== undefined) {
    const value = readSpelled(groups.wordFold.replace(/[- ]?fold$/i, ''));
    return value === null ? null : { values: [value], unit: 'times' };
  }
  if (groups.times !== undefined) return { values: [times[groups.times.toLowerCase()] ?? 2], unit: 'times' };
  if (groups.ordinalWord !== undefined)
    return { values: [ordinals.indexOf(groups.ordinalWord.toLowerCase())], unit: 'ordinal' };
  const value = readSpelled(groups.spelled ?? '');
  // "One" is a pronoun as often as a number, and says no more than "a".
  return value === null || value === 1 ? null : { values: [value], unit: 'plain' };
}

function inside(start: number, end: number, spans: readonly { start: number; end: number }[]): boolean {
  return spans.some((span) => start < span.end && span.start < end);
}

function unitOf(
  { percent }: Readonly<Record<string, string | undefined>>,
  currency: string | null,
  plain: Unit,
): Unit {
  if (percent !== undefined) return 'percent';
  return currency === null ? plain : 'money';
}

/** "One project out of twenty" gives a share; a reader may as well speak of the twenty. */
export function findAllQuantities(text: string): Quantity[] {
  const found = findQuantities(text);
  const counts = found.flatMap(({ unit, text: own, start }) =>
    unit === 'fraction' && / (?:in|out of) /i.test(own)
      ? findQuantities(own.replace(/ (?:in|out of) /i, ', ')).map((one) => ({
          ...one,
          start,
          end: start + own.length,
        }))
      : [],
  );
  return [...found, ...counts];
}

/** All numbers of a text but for those that belong to dates. */
export function findQuantities(text: string): Quantity[] {
  const dates = findDates(text);
  return [...text.matchAll(pattern)].flatMap((match): Quantity[] => {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const hasUnit =
      groups.percent !== undefined || groups.money !== undefined || groups.moneyAfter !== undefined;
    if (!hasUnit && inside(start, end, dates)) return [];
    const read = readMatch(groups);
    if (read === null) return [];
    const currency = currencyOf(groups.money ?? groups.moneyAfter ?? '');
    const unit = unitOf(groups, currency, /^\s+times\b/i.test(text.slice(end)) ? 'times' : read.unit);
    return [
      {
        ...read,
        unit,
        currency,
        bound: boundBefore(text.slice(0, start)),
        text: match[0].trim(),
        start,
        end,
      },
    ];
  });
}
