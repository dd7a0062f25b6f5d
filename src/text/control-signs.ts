/** Control characters, which tell a terminal or a reader what to do and show nothing. Imports nothing. */

/**
 * All of Unicode's category Cc (C0, DEL, C1) but tab and line feed, its two line separators, and the signs that reorder the
 * text behind them (UAX 9, sections 2.1 to 2.4).
 */
const controls = /(?![\t\n])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The text with each of them as `sign`, by default the sign for what cannot be shown. */
export function replaceControls(text: string, sign = '\ufffd'): string {
  return text.replace(controls, sign);
}

/** A value as JSON in which they are escaped, those too that JSON lets stand. */
export function toPlainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    controls,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
