/**
 * English words that a report is laid out by: titles that are none or of no chapter, labels of chapters, captions. They are tried on
 * a report in any language; one that has none of them is laid out by type and place alone.
 */
import { currencyLetters } from './currencies.ts';
import { monthName } from './date-pattern.ts';

/** What programs call a document that was given no title. */
export const noTitle = /^untitled|^microsoft word/i;

/** Numbers and addresses that files are registered under: "doi:10.1016/j.cor.2007". */
export const registeredNumber = /^(?:doi|isbn|issn|arxiv|urn|https?)\b/i;

/** Who has a form filled in, and its name: no title of what is written in it. */
export const formHead =
  /^(?:united states )?(?:securities and exchange commission|department of|internal revenue service)\b|^(?:united states|washington,? d\.? ?c\.?.*|commission file n.*)$/i;
export const formName =
  /^(?:annual |quarterly |current )?(?:report on )?(form\s+\d{1,2}-[a-z]{1,2}(?:\/a)?)$/i;
/** What stands below the name of who filled it in, and what the form is about. */
export const filerCaption = /^\(\s*exact name of (?:the )?(?:registrant|issuer)/i;
/** A company's name with its legal form, as the text of a filing has it: "Foot Locker, Inc.". */
export const filerName =
  /(?:\p{Lu}[\p{L}\p{N}&’'-]*,? ){1,4}(?:Inc|Corp|Corporation|Company|Incorporated|Ltd|Limited|plc)\b\.?/gu;
export const formPeriod =
  /\bfor the ((?:fiscal |financial )?(?:year|quarter|quarterly period|period)) ended:?\s+(\p{L}+ \d{1,2},? ?\d{4})/iu;
export const formDate = /\bdate of (?:earliest )?report\b[^:]{0,60}:\s*(\p{L}+ \d{1,2}, ?\d{4})/iu;

/** Titles of front and back matter. */
export const matterTitles =
  /^(?:(?:table|summary) of )?contents?$|^(?:lists? of|tables? of (?:cases|figures|tables|legal|legislation|authorities|statutes|principles|abbreviations|illustrations)|contributing|(?:notes? )?(?:about|on) (?:the|this) (?:authors?|editors?|contributors?|book|report|series|publisher|translators?)|about (?:the|this)|the authors|notes? on contributors|half[ -]?title|title page|preface|foreword|acknowledge?ments?|(?:list of )?works cited|(?:selected|select|general) bibliography|cited (?:cases|treaties|works|legislation)|index of|also by|praise for)\b|^(?:authors?|contributors|imprint|(?:list of )?(?:acronyms|abbreviations)(?: (?:and|&) (?:acronyms|abbreviations))?|preliminary|maps|figures|tables|cover(?: page)?|series(?: page)?|series editor(?:’s|'s)? (?:preface|foreword)|dedication|notices?|copyright page|title|glossary|bibliography|references|further reading|endnotes|notes|index|copyright|imprint and copyright information|disclaimer|legal notice|back cover|prologue)$/i;

/** What the outermost sections of a paper or a report are mostly called, without their number. */
export const sectionTitles =
  /^(?:(?:general )?introduction|(?:theoretical )?background|(?:executive )?summary|key (?:findings|messages)|objectives?|scope|(?:literature|related) (?:review|works?)|review of (?:the )?literature|method(?:s|ology)?|(?:materials?|patients|subjects|participants|data) and methods?|methods? and (?:materials?|data)|experimental(?: section)?|(?:main )?(?:results|findings)|discussions?|(?:results|findings) and discussion|discussion and conclusions?|conclusions?(?: and (?:recommendations|outlook|future work))?|recommendations|concluding remarks|future work|limitations)$/i;

/** How a paper begins below its title and authors: "Abstract", "Abstract—We address …". */
export const abstractStart = /^abstract\b/i;

/** What a part, a chapter and an appendix call themselves before their number, as alternatives of a pattern. */
export const partWord = 'part|section|book|volume|teil|partie|parte|título|titre';
export const chapterWord = 'chapter|kapitel|chapitre|capítulo|capitolo|item|§';
export const annexWord = 'annex|appendix|schedule|exhibit|anhang|anlage|annexe|anexo';

/** Numbers in words, from one on. */
export const numberWords =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** An article before a chapter's name. */
export const article = /^(?:The|THE)\s+(?=\p{Lu})/u;

/** "CHAPTER" above "TWO", "Part III", "Appendix B": never body text. */
export const chapterLabel =
  /^(?:chapter|part|section|appendix|annex)?\s*(?:\d{1,3}|[ivxlc]{1,6}|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:[- ]\w+)?)?\s*[.:]?$/i;

/** A page's number in words: "Page 3 of 10". */
export const pageInWords = /\bpage\s+(\d{1,4})\b/i;

/** A note or a source below a table. */
export const tableNote = /^(?:[*†‡§]|notes?\b|sources?\b|[a-z\d]{1,2}[.)]?\s+\p{Lu})/iu;

/** The heading of a table of contents, also with what they are of: "Table of Contents – Volume II". */
export const contentsTitle =
  /^(?:(?:table|summary) of )?contents?(?: ?[-–—:] ?(?:volume|vol\.|part|book) [\divxl]{1,5}| ?\(cont[a-z.']{0,8}\))?$|^outline$|^in this (?:report|issue)$|^inhalt(?:sverzeichnis)?$|^table des matières$|^sommaire$|^[íi]ndice$|^inhoud(?:sopgave)?$/i;

/** A caption, or what a caption is followed by. */
export const captionText =
  /^©|^sources?\s*:|^(?:figure|fig\.?|table|chart|box|map|exhibit|graph)\s*(?:\d+[a-z]?\b|:|$)/i;

/** What is a caption of a picture, with no rows as a table or an exhibit may have. */
export const figureCaption = /^(?:figure|fig\.|chart|graph|map)\s*\d+[a-z]?\b/i;

/** "Figure 5: Three example items …": a caption in the text's style. "Figure 4 shows …" is text. */
export const captionLike = /^(?:table|figure|fig\.?|chart|exhibit|graph|map)\s*\d+[a-z]?\s*[:.–—]\s/i;

/** The heading of endnotes; German ones with them. */
export const notesTitle = /^(?:end\s?notes?|notes|footnotes|references|anmerkungen|endnoten)$/i;

/** What the figures of a table count, as it stands above them: "in millions, except per share data", "USD million", "%", "(number of cases)". */
export const unitText = new RegExp(
  String.raw`\b(?:expressed |stated |dollars |amounts |figures )?in (?:[\p{L}\p{Sc}.’']+ ){0,3}?(?:thousands|millions|billions|per ?cent|percentages?)\b(?:[^).;]*)|(?:US|A|C)?\p{Sc}\s?(?:thousands?|millions?|billions?|m|bn|000s?)\b` +
    String.raw`|\b(?:${currencyLetters}) (?:thousands?|millions?|billions?|m|bn)\b` +
    String.raw`|(?<=^\(?)(?:thousands|millions|billions)\b[^).;]*|(?<=^\()(?:numbers?|shares?|percentages?|per ?cent|%) of [^).;]*(?=\)$)|^\(?%\)?$`,
  'iu',
);

/** A sentence that leads to a table: "Its maturities are as follows:". */
export const leadsToTable =
  /\b(?:as follows|the following(?: table)?|(?:shown|set out|summari[sz]ed) below)\b[^.]*:$/i;

/** A word that is the name of a month, in capitals too: "MAY". */
export const monthWord = new RegExp(`^${monthName}$`, 'iu');
