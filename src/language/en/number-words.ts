/** The words of numbers: "twenty-nine thousand", "two thirds", "tripled". Imports nothing. */

export const units = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
export const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
export const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  'thousand million': 1e9,
  'thousand billion': 1e12,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  mln: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  b: 1e9,
  trillion: 1e12,
  trn: 1e12,
  tn: 1e12,
};
export const ordinals = (
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');

const unitOrdinals = ordinals.slice(1, 10).join('|');
/** From "second" to "ninety-ninth", as a pattern. */
export const ordinalWord = `(?:${tens.join('|')})[- ](?:${unitOrdinals})|${tens.map((ten) => ten.replace(/y$/, 'ieth')).join('|')}|${ordinals.slice(2).join('|')}`;

/** "Third", "twenty-fourth", "fiftieth"; -1 for what is none. */
export function readOrdinal(text: string): number {
  const [first = '', second] = text.toLowerCase().split(/[\s-]+/);
  const ten = tens.indexOf(first.replace(/ieth$/, 'y'));
  if (second !== undefined) return ten < 0 ? -1 : 20 + 10 * ten + ordinals.indexOf(second);
  return ten < 0 ? ordinals.indexOf(first) : 20 + 10 * ten;
}

/** "19th" or "nineteenth"; NaN or -1 for what is neither. */
export const readCount = (text: string): number =>
  /^\d/.test(text) ? Number.parseInt(text, 10) : readOrdinal(text);

/** "A trio of firms". */
export const sets: Readonly<Record<string, number>> = { pair: 2, trio: 3, quartet: 4, quintet: 5, sextet: 6 };

export const times: Readonly<Record<string, number>> = {
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
  quadrupling: 4,
  quintupled: 5,
  quintupling: 5,
};

/** What a whole is cut into. */
const denominators: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

/** Those of several parts, as a pattern without "half". */
export const partWord = Object.keys(denominators).slice(1).join('|');

/** "Nineteen sixty-seven", "twenty ten", as a pattern: years as they are spoken. */
export const spokenYear = `(?:seventeen|eighteen|nineteen|twenty)[- ](?:${units.slice(10).join('|')}|(?:${tens.join('|')})(?:-(?:${units.slice(1, 10).join('|')}))?)`;

/** "twenty-nine thousand", "a hundred and five", "half a dozen", "a dozen and a half". */
export function readSpelled(text: string): number | null {
  if (/dozen/i.test(text)) {
    if (/^half/i.test(text)) return 6;
    const [count = '', rest = ''] = text.split(/dozens?/i);
    return 12 * (readSpelled(count) ?? 1) + (/half/i.test(rest) ? 6 : 0);
  }
  if (new RegExp(`^${spokenYear}$`, 'i').test(text)) {
    const [century = '', ...rest] = text.split(/[\s-]+/);
    return 100 * (readSpelled(century) ?? 0) + (readSpelled(rest.join(' ')) ?? 0);
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
      // "Five thousand eight hundred million": a larger scale multiplies all before it.
      total = total < scale ? Math.max(total + current, 1) * scale : total + Math.max(current, 1) * scale;
      current = 0;
    } else continue;
    isNumber = true;
  }
  return isNumber ? total + current : null;
}

/** "Two thirds", "a quarter", "half". */
export function readPart(text: string): number | null {
  const words = text.toLowerCase().split(/[\s-]+/);
  const denominator = denominators[(words.at(-1) ?? '').replace(/s$/, '')];
  if (denominator === undefined) return null;
  return Math.max(units.indexOf(words[0] ?? ''), 1) / denominator;
}
