/** A quotation of several sentences as one quotation a sentence. Pure. */

/** What is open at the end of a text that begins with `open` quotation marks to close: “ or ". */
function openAfter(text: string, open: string): string {
  let state = open;
  for (const [mark] of text.matchAll(/[“”„"]/g)) {
    if (mark === '"') state = state === '' ? '"' : '';
    else if (mark === '”') state = '';
    // In German a quotation that „ opens is closed by “.
    else state = mark === '“' && state === '„' ? '' : mark;
  }
  return state;
}

const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“', '"': '"' };

/**
 * Closes a quotation at the end of each sentence of a paragraph and opens it again in the next: each then holds its own
 * words between its own marks. A mark that nothing closes is left as it is.
 */
export function closeQuotations(sentences: readonly string[]): string[] {
  let open = '';
  const states = sentences.map((text) => {
    const before = open;
    open = openAfter(text, before);
    return { before, after: open };
  });
  if (open !== '') return [...sentences];
  return sentences.map((text, at) => {
    const { before = '', after = '' } = states[at] ?? {};
    return `${before}${text}${closing[after] ?? ''}`;
  });
}
