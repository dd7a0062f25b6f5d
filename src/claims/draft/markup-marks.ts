/** Marks for a draft's links, images and HTML: private-use characters of plane 15, the first for the first of a block. Pure. */

const firstMark = 0xf0000;
const marks = /[\u{f0000}-\u{ffffd}]/gu;
export const mostMarkup = 0xfffd;

export function markOf(index: number): string {
  return String.fromCodePoint(firstMark + index);
}

/** Blanks for a draft's own characters of these. */
export function blankMarks(text: string): string {
  return text.replace(marks, '  ');
}

export function withoutMarkup(text: string): string {
  return text.replace(marks, '');
}

/** What the marks in a text stand for, in order. */
export function markupIn(text: string, markup: readonly string[] = []): string[] {
  return (text.match(marks) ?? []).flatMap((mark) => markup[(mark.codePointAt(0) ?? 0) - firstMark] ?? []);
}
