/** Text that keeps each character's offset in the draft. Pure. */

export interface TracedText {
  text: string;
  /** For each UTF-16 unit of the text its offset in the draft, ascending; never changed, since parts share it. */
  offsets: Uint32Array;
}

/** A part of the draft, starting at its offset there. */
export function traceDraft(text: string, start = 0): TracedText {
  return { text, offsets: new Uint32Array(text.length).map((_, index) => start + index) };
}

/** Text that replaces what the draft has at an offset. */
export function traceReplacement(text: string, offset: number): TracedText {
  return { text, offsets: new Uint32Array(text.length).fill(offset) };
}

export function joinTraced(parts: readonly TracedText[]): TracedText {
  const text = parts.map((part) => part.text).join('');
  const offsets = new Uint32Array(text.length);
  let done = 0;
  for (const part of parts) {
    offsets.set(part.offsets, done);
    done += part.text.length;
  }
  return { text, offsets };
}

export function sliceTraced({ text, offsets }: TracedText, start: number, end: number): TracedText {
  return { text: text.slice(start, end), offsets: offsets.subarray(start, end) };
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
