/** Characters of an example or of what is said of a mark. */
const longest = 60;

/** The beginning of a text that is longer. Pure. */
export function cutText(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 2).trimEnd()} …` : text;
}
