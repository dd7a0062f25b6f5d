/** The kinds of what the API names, as lists. */

/** What a passage is: text, an endnote, or a table's rows. */
export const passageKinds = ['body', 'note', 'table'] as const;

/** What became of a sentence in another edition, but for those that are the same. */
export const changeKinds = ['changed', 'added', 'removed', 'moved'] as const;

/** How well a part of a document was read. */
export const verdicts = ['good', 'look', 'poor'] as const;

/** The parts of a reading, in the order in which they are told. */
export const readingParts = [
  'pages',
  'chapters',
  'words',
  'completeness',
  'order',
  'notes',
  'tables',
  'title',
  'language',
  'file',
] as const;

/** What is drawn on a page; `left out`: on purpose, as a running head is; `lost`: in no passage, and no rule left it out. */
export const markKinds = ['heading', 'text', 'table', 'row', 'note', 'left out', 'lost'] as const;

/** Pages of a report on a reading: a picture of one takes a tenth of a second and half a megabyte. */
export const mostSampledPages = 60;
