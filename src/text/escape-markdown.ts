/** Text for Markdown, where it is shown and nothing else. Imports nothing. */

/** Keeps Markdown from reading a text's own signs as its own. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
