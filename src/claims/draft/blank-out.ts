/** Replaces a text by blanks, so that offsets and lines after it stay the same. Pure. */
export function blankOut(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
