/** Splits a quotation of several sentences into one per sentence. Pure. */

/** The quotation marks still open at the end of a text, given those open at its start: “ or ". */
function openAfter(text: string, open: string): string {
  let state = open;
  for (const [mark] of text.matchAll(/[“”„"]/g)) {
    if (mark === '"') state = state === '' ? '"' : '';
    else if (mark === '”') state = '';
    // In German, “ closes what „ opens.
    else state = mark === '“' && state === '„' ? '' : mark;
  }
  return state;
}

const closing: Readonly<Record<string, string>> = { '“': '”', '„': '“', '"': '"' };

/**
 * Closes a quotation at the end of each sentence of a paragraph and reopens it in the next, so that each sentence has its
 * own quotation marks. A mark that is never closed is left alone.
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
