/** Accents that a PDF paints as characters of their own, as TeX does ("ˇStajner", "na¨ıve"), put on their letters. Pure. */
import type { Line } from '../page-model.ts';

const combining: Readonly<Record<string, string>> = {
  ˇ: '\u030c',
  '¨': '\u0308',
  ˆ: '\u0302',
  '˜': '\u0303',
  '˚': '\u030a',
  '˘': '\u0306',
  '´': '\u0301',
  '`': '\u0300',
};
const dotless: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

/** Before its letter, in TeX's order of painting; a blank may be seen between the two. */
const apart = /([ˇ¨ˆ˜˚˘´`]) ?(\p{L})/gu;

/** Elsewhere an acute or a grave is as often an apostrophe: "Europe´s". */
const texFont = /^(?:cm|sf|ec|lm|nimbus)/i;

/** The letter with its accent as one character; null where Unicode has none. */
function compose(accent: string, letter: string): string | null {
  const whole = `${dotless[letter] ?? letter}${combining[accent] ?? ''}`.normalize('NFC');
  return whole.length === 1 ? whole : null;
}

/** Puts a line's accents on their letters. Each pair becomes one character, as wide as the two. */
export function composeAccents(line: Line): Line {
  const found = [...line.text.matchAll(apart)].flatMap((match) => {
    const [pair, accent = '', letter = ''] = match;
    if (/[´`]/.test(accent) && !texFont.test(line.font)) return [];
    const whole = compose(accent, letter);
    return whole === null ? [] : [{ start: match.index, end: match.index + pair.length, whole }];
  });
  if (found.length === 0) return line;
  let { text, edges, markers } = line;
  // From the last on, so that the places of the others stay.
  for (const { start, end, whole } of found.reverse()) {
    const move = (offset: number) =>
      offset > start ? Math.max(start + 1, offset - (end - start - 1)) : offset;
    text = text.slice(0, start) + whole + text.slice(end);
    edges = [...edges.slice(0, start + 1), ...edges.slice(end)];
    markers = markers.map((marker) => ({ ...marker, offset: move(marker.offset) }));
  }
  return { ...line, text, edges, markers };
}
