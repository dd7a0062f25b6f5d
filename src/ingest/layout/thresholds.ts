/**
 * Every threshold of the layout rules, in ems of the current run unless stated otherwise.
 * Chosen on the report (one column, with an outline) and on a two-column setting of the same text without one;
 * `extraction.test.ts` holds what they give.
 */
export const thresholds = {
  line: {
    /** Runs within this of the same baseline are one line. */
    baseline: 0.12,
    /** The widest gap inside a line: after a blank run, otherwise, and at a change of style. Justified gaps reach 3.2. */
    gapAfterBlank: 6,
    gap: 1.5,
    gapStyleChange: 0.8,
    /** A wider gap than this between two runs is a space. */
    space: 0.12,
    /** A run starts a new cell where the gap is wider than this and so many lines of the page start at its place … */
    cellGap: 0.9,
    cellStarts: 2,
    /** … or where a narrower gap meets more such lines. */
    narrowCellGap: 0.45,
    narrowCellStarts: 3,
    /** Points. */
    cellAlignment: 0.7,
  },
  item: {
    /** Points by which the left edges of alike items differ at most, and by which items without a mark are set in. */
    sameEdge: 3,
    leastIndent: 6,
  },
  marker: {
    /** At 0.66 of the line's size, 274 of the report's 708 markers are lost; some books set them at 0.9. */
    size: 0.95,
    raisedFrom: 0.15,
    raisedTo: 0.65,
  },
  script: {
    /** Times the size of the line, and the least and the most it stands above or below its baseline; the gap before it. */
    smallest: 0.5,
    largest: 0.85,
    above: 0.12,
    below: 0.6,
    gap: 0.15,
  },
  footNote: {
    /** Times the size that most of the text is set in. */
    size: 0.95,
  },
  furniture: {
    /** Share of the page's height, at top and bottom, where running heads may be, and in how many rows. */
    zone: 0.2,
    rows: 4,
    /** Lines within so many points of a baseline are one row; rows within so many of another are in one place. */
    rowHeight: 3,
    height: 3,
    /** Distance to the next row, in ems. */
    clearance: 1.5,
    /** … or times its size, from which on the next row is a title. */
    larger: 2,
    /** The least number of pages for what recurs. */
    leastPages: 3,
    /** Share of the pages that have their number at the edge of a row of words. */
    pages: 0.15,
    /** Share of the rows in a place that recur, or have a page number, for those to be running heads. */
    headShare: 0.3,
    /** Share of the rows in a place that are running heads for certain, where others like them are too. */
    placeShare: 0.5,
    /** A style with less than this share of all characters counts as that of running heads. */
    styleShare: 0.02,
    /** Share of the pages that repeat a line anywhere. */
    boxShare: 0.3,
  },
  column: {
    /** Points. */
    gutter: 8,
    from: 0.35,
    to: 0.65,
    /** Share of lines that may cross the gutter. */
    crossing: 0.12,
    /** The least share of lines on the lesser side. */
    balance: 0.25,
  },
  block: {
    /** Times the style's usual leading. */
    leading: 1.15,
  },
  heading: {
    /** Times the chapter's body size. */
    size: 1.08,
    /** For headings that the outline names. */
    titleSize: 0.95,
    chapterSize: 1.25,
  },
  quote: {
    /** Times the body size; the report sets its own at 1.13 of it, an annual report its headings in bold italics at .99. */
    size: 1.05,
    /**
     * A document has pull quotes if so many blocks of so many words, and this share of those in their font, repeat so much
     * of the text so many pages around them. In 20 books without any, up to .62 of the headings of a font do.
     */
    leastQuotes: 3,
    leastWords: 8,
    share: 0.66,
    closeCoverage: 0.8,
    pagesAround: 2,
    /** Share of a float's word pairs that recur in the body. */
    coverage: 0.7,
    longestWords: 30,
    longCoverage: 0.5,
    /** Share of the column that a float may fill. */
    width: 0.62,
  },
  caption: {
    /** Times the body size; the report sets its 17 captions at 0.63 to 0.77 of it, and bold. */
    size: 0.95,
    longestWords: 12,
  },
  paragraph: {
    /** A line that ends within so many points of the column's right edge is full. */
    fullLine: 1.5,
    /** Share of the column's width from which a line counts as long. */
    longLine: 0.85,
  },
  page: {
    /** Fewer characters than this beside running heads: a sparse page. */
    sparse: 20,
    /** A divider page before a chapter, and a cover, has at most this many characters. */
    divider: 220,
  },
} as const;
