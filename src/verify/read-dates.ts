/** Dates in a text: years, months with or without their year, days, seasons and parts of a year. Pure. */

export interface DateMention {
  year: number | null;
  /** 1..12 */
  month: number | null;
  day: number | null;
  /** "early", "mid", "late", a season, "H1", "Q3"; null where none is said. */
  part: string | null;
  /** A decade: "the 2010s". */
  isDecade: boolean;
  text: string;
  /** Offsets in the text, end exclusive. */
  start: number;
  end: number;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const year = '(?:1[89]|20)\\d\\d';
const part =
  '(?:[Ee]arly|[Mm]id|[Ll]ate|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[Ff]irst half|[Ss]econd half|H[12]|Q[1-4]|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th) quarter)';

const pattern = new RegExp(
  [
    `(?<iso>${year}-\\d\\d(?:-\\d\\d)?(?!\\d))`,
    `(?<numeric>(?<![\\d/.])(?:0?[1-9]|1[0-2])/${year})`,
    `(?<part>\\b${part}(?:[- ](?:of |in )?(?:the )?))?(?:(?<day>\\b\\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<month>\\b${monthName})(?:[ ](?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|\\s?%)\\b)?(?:,? (?:of )?(?<monthYear>${year})(?!\\d))?`,
    `(?<yearPart>\\b${part}(?:[- ](?:of |in )?(?:the )?(?:year )?))?(?<![\\d.,€$£]|(?:EUR|USD|GBP|SEK) )(?<year>\\b${year})(?<decade>s\\b)?(?:(?<dash>[-–/])(?<to>\\d\\d(?:\\d\\d)?)(?!\\d|%))?(?![\\d%]|[.,]\\d{3}|\\s?(?:%|per ?cent|million|billion|euro|companies|people|jobs))`,
  ].join('|'),
  'gu',
);

function monthOf(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function foldPart(text: string | undefined): string | null {
  if (text === undefined) return null;
  const plain = text
    .toLowerCase()
    .replace(/\b(?:of|in|the|year)\b/g, '')
    .replace(/-/g, ' ')
    .trim();
  return plain
    .replace('fall', 'autumn')
    .replace(/^(?:first|1st) /, '1 ')
    .replace(/^(?:second|2nd) /, '2 ')
    .replace(/^(?:third|3rd) /, '3 ')
    .replace(/^(?:fourth|4th) /, '4 ')
    .replace(/^(\d) (h|q)(?:alf|uarter)$/, '$2$1');
}

/** "may" is a verb and "March" seldom one: a bare month needs a preposition or a day beside it. */
function isBareWord(match: RegExpMatchArray, text: string): boolean {
  const { month, day, dayAfter, monthYear, part: partOf } = match.groups ?? {};
  if (month === undefined || day !== undefined || dayAfter !== undefined || monthYear !== undefined)
    return false;
  if (partOf !== undefined) return false;
  if (!/^(?:May|March|Mar|Jan|Dec|Jun|Sep|Oct|Nov|Apr|Feb|Aug|Jul)$/.test(month)) return false;
  return !/\b(?:in|since|by|of|until|from|to|and|between|during|before|after|last|this)\s*$/i.test(
    text.slice(0, match.index),
  );
}

function readMatch(match: RegExpMatchArray): Omit<DateMention, 'text' | 'start' | 'end'>[] {
  const groups = match.groups ?? {};
  const none = { year: null, month: null, day: null, part: null, isDecade: false };
  if (groups.iso !== undefined) {
    const [y, m, d] = groups.iso.split('-').map(Number);
    // "2025-29" is a range of years, and no month.
    if ((m ?? 0) > 12)
      return [
        { ...none, year: y ?? null },
        { ...none, year: Math.floor((y ?? 0) / 100) * 100 + (m ?? 0) },
      ];
    return [{ ...none, year: y ?? null, month: m ?? null, day: d ?? null }];
  }
  if (groups.numeric !== undefined) {
    const [m, y] = groups.numeric.split('/').map(Number);
    return [{ ...none, year: y ?? null, month: m ?? null }];
  }
  if (groups.month !== undefined) {
    const day = groups.day ?? groups.dayAfter;
    return [
      {
        ...none,
        month: monthOf(groups.month),
        day: day === undefined ? null : Number(day),
        year: groups.monthYear === undefined ? null : Number(groups.monthYear),
        part: foldPart(groups.part),
      },
    ];
  }
  const first = Number(groups.year);
  const own = {
    ...none,
    year: first,
    part: foldPart(groups.yearPart),
    isDecade: groups.decade !== undefined,
  };
  if (groups.to === undefined) return [own];
  const last = groups.to.length === 4 ? Number(groups.to) : Math.floor(first / 100) * 100 + Number(groups.to);
  return [own, { ...none, year: last }];
}

/** All dates of a text, in order. A range gives two. */
export function findDates(text: string): DateMention[] {
  return [...text.matchAll(pattern)]
    .filter((match) => !isBareWord(match, text))
    .flatMap((match) =>
      readMatch(match).map((date) => ({
        ...date,
        text: match[0].trim(),
        start: match.index,
        end: match.index + match[0].length,
      })),
    );
}
