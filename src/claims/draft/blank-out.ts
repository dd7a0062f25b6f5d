/** Blanks for a text, so that all that follows keeps its place and its line. Pure. */
export function blankOut(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
