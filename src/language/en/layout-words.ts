/**
 * English words that a report is laid out by: titles that are none or of no chapter, labels of chapters, captions. They are tried on
 * a report in any language; one that has none of them is laid out by type and place alone. Imports nothing.
 */

/** What programs call a document that was given no title. */
export const noTitle = /^untitled|^microsoft word/i;

/** Titles of front and back matter. */
export const matterTitles =
  /^(?:table of )?contents$|^(?:list of|contributing|about (?:the|this)|the authors)\b|^(?:authors?|contributors|imprint|acknowledge?ments?|abbreviations|acronyms|glossary|bibliography|references|endnotes|notes|index|copyright|disclaimer|legal notice)$/i;

/** "4.", "4 Germany", "Chapter 4:" before a title; "5G" and "10 years" are not chapter numbers. */
export const chapterNumber =
  /^(?:(?:Chapter|CHAPTER)\s+\d+[.:]?|\d{1,2}(?:\.\d+)*\.|\d{1,2}(?=\s+\p{Lu}))\s+/u;

/** An article before a chapter's name. */
export const article = /^(?:The|THE)\s+(?=\p{Lu})/u;

/** "CHAPTER" above "TWO", "Part III", "Appendix B": never body text. */
export const chapterLabel =
  /^(?:chapter|part|section|appendix|annex)?\s*(?:\d{1,3}|[ivxlc]{1,6}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:[- ]\w+)?)?\s*[.:]?$/i;

/** The heading of a table of contents. */
export const contentsTitle = /^(?:table of )?contents$/i;

/** A caption, or what a caption is followed by. */
export const captionText =
  /^©|^sources?\s*:|^(?:figure|fig\.|table|chart|box|map|exhibit|graph)\s*(?:\d+[a-z]?\b|:|$)/i;

/** "Figure 5: Three example items …": a caption in the text's style. "Figure 4 shows …" is text. */
export const captionLike = /^(?:table|figure|fig\.|chart|exhibit|graph|map)\s*\d+[a-z]?\s*[:.–—]\s/i;

/** The heading of endnotes; German ones with them. */
export const notesTitle = /^(?:end\s?notes?|notes|footnotes|references|anmerkungen|endnoten)$/i;

/** What the figures of a table count, as it stands above them: "in millions, except per share data", "USD million", "%". */
export const unitText =
  /\b(?:expressed |stated |dollars |amounts |figures )?in (?:[\p{L}$€£.’']+ ){0,3}?(?:thousands|millions|billions|per ?cent|percentages?)\b(?:[^).;]*)|(?:US|A|C)?[$€£]\s?(?:thousands?|millions?|billions?|m|bn|000s?)\b|\b(?:USD|EUR|GBP|JPY|CHF) (?:thousands?|millions?|billions?|m|bn)\b|^\(?%\)?$/iu;
