/**
 * From where on a part of a reading is to be looked at, and from where on it is poor. They are bounds and no measures of
 * accuracy. Where a figure stands beside them, eleven reports were read and the pages that the bound names were looked at;
 * the others are choices, and say so.
 */
export const thresholds = {
  /**
   * Share of words in lower case that no dictionary has and that hardly recur, or that have a sign among their letters. It is
   * .001 to .004 in ten reports, and .06 in one whose font names its ligatures wrongly ("Tes4ng"). Misreading one letter in
   * 2,000 of three of them makes it .005 to .006, one in 500 .017, one in 100 .06.
   */
  unknownWords: { look: 0.005, poor: 0.02 },
  /**
   * Share of the characters that no passage has though no rule left them out: 0 to .0001 in ten reports, .009 in one that lost
   * the rows of a table, .15 in one that lost three of its 21 pages.
   */
  lost: { look: 0.001, poor: 0.01 },
  /** Share of the pages on which the text goes back up: .03 to .06 in reports with charts and boxes, .3 in a deck of slides. */
  upwardPages: { look: 0, poor: 0.1 },
  /**
   * Share of the markers whose notes were not found, where so many of them count on as notes do: 1 where 53 footnotes were read
   * as text, with 87 labels that count on; exponents and subscripts had 1 and 2.
   */
  looseMarkers: { look: 0, poor: 0.1, leastSerial: 3 },
  /** Share of the notes that no sentence cites, and how many at least: a choice. References in brackets are such notes. */
  uncitedNotes: { look: 0.1, least: 3 },
  /** Share of the tables most of whose figures have no head: .03 to .14 in the reports that have such tables. */
  headlessTables: { look: 0, poor: 1 / 3, least: 3 },
  /** Share of the pages that are pictures without text and were not read: a choice. */
  unreadPages: { look: 0, poor: 0.05 },
  /** How sure OCR is of its words: a choice. A clean cover has .92. */
  ocr: { good: 0.9, poor: 0.75 },
  /** Share of the chapters that two sources tell, for those told by one to be left unmentioned: a choice. */
  confirmedChapters: { good: 0.9 },
  /** Pages up to which a document needs no chapters: a choice. */
  undividedPages: 20,
} as const;
