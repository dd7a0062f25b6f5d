/** The words of a list that is written as text, with blanks between them. Pure. */
export function listWords(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
