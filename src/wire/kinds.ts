/** The kinds of what the API names, as lists. */

/** What a passage is: text, an endnote, or a table's rows. */
export const passageKinds = ['body', 'note', 'table'] as const;

/** What became of a sentence in another edition, but for those that are the same. */
export const changeKinds = ['changed', 'added', 'removed', 'moved'] as const;
