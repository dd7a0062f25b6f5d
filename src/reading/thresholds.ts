/**
 * From where on a part of a reading is to be looked at, and from where on it is poor. They are bounds and no measures of
 * accuracy. Chosen on eleven reports by looking at the pages that they name (docs/guides/your-report.md says what was seen
 * there): those that read well are below the first bound with room to spare.
 */
export const thresholds = {
  /**
   * Share of words in lower case that no dictionary has and that hardly recur, or that have a sign among their letters. It is
   * .001 to .004 in ten reports, and .06 in one whose font names its ligatures wrongly ("Tes4ng"). Misreading one letter in
   * 2,000 of three of them makes it .005 to .006, one in 500 .017, one in 100 .06.
   */
  unknownWords: { look: 0.005, poor: 0.02 },
  /** Share of the characters that no passage has though no rule left them out: 0 to .0001 in ten, .009 in one that lost rows of a table. */
  lost: { look: 0.001, poor: 0.01 },
  /** Share of the pages on which the text goes back up: .1 of a deck of slides is .3, reports with charts have .01 to .06. */
  upwardPages: { look: 0, poor: 0.1 },
  /** Share of the markers whose notes were not found, where they count on as notes do. */
  looseMarkers: { look: 0, poor: 0.1, leastSerial: 3 },
  /** Share of the notes that no sentence cites, and how many at least. */
  uncitedNotes: { look: 0.1, least: 3 },
  /** Share of the tables most of whose figures have no head. */
  headlessTables: { look: 0, poor: 1 / 3, least: 3 },
  /** Share of the pages that are pictures without text and were not read. */
  unreadPages: { look: 0, poor: 0.05 },
  /** How sure OCR is of its words: .95 and more where a scan is clean. */
  ocr: { good: 0.9, poor: 0.75 },
  /** Share of the chapters that two sources tell, for those told by one to be left unmentioned. */
  confirmedChapters: { good: 0.9 },
  /** Pages up to which a document needs no chapters. */
  undividedPages: 20,
} as const;
