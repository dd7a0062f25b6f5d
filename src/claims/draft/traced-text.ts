/** Text that keeps each character's offset in the draft. Pure. */

export interface TracedText {
  text: string;
  /** For each UTF-16 unit of the text its offset in the draft, ascending. */
  offsets: readonly number[];
}

/** A part of the draft, starting at its offset there. */
export function traceDraft(text: string, start = 0): TracedText {
  return { text, offsets: Array.from({ length: text.length }, (_, index) => start + index) };
}

/** Text that replaces what the draft has at an offset. */
export function traceReplacement(text: string, offset: number): TracedText {
  return { text, offsets: Array.from({ length: text.length }, () => offset) };
}

export function joinTraced(parts: readonly TracedText[]): TracedText {
  return { text: parts.map(({ text }) => text).join(''), offsets: parts.flatMap(({ offsets }) => offsets) };
}

export function sliceTraced({ text, offsets }: TracedText, start: number, end: number): TracedText {
  return { text: text.slice(start, end), offsets: offsets.slice(start, end) };
}

/** As String.replaceAll; a replacement has the offset of its match. */
export function replaceTraced(
  traced: TracedText,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): TracedText {
  const parts: TracedText[] = [];
  let done = 0;
  for (const match of traced.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    parts.push(sliceTraced(traced, done, match.index));
    parts.push(traceReplacement(replace(match), traced.offsets[match.index] ?? 0));
    done = end;
  }
  return joinTraced([...parts, sliceTraced(traced, done, traced.text.length)]);
}
