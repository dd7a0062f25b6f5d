/** How English questions ask about a document itself. Each pattern matches a question whole. Pure. */
import type { DocumentForms } from '../../core/question-forms.ts';

const it =
  '(?:(?:this|the|that) (?:report|document|paper|study|book|publication|pdf|file|manual|guide|handbook|standard|guideline)|this|it)';
const is = '(?:is|are|was|were)';
const what = "(?:what(?:'s|’s| is| are)|which are|tell me|give me|show(?: me)?|list|name)";
const ofChapter =
  '(?:(?:the )?(?:chapter|section) (?:on |about |called |titled |named )?[^?]{1,90}?|(?:the )?[^?]{1,90}? chapter)';

const parts = '(?:chapters|parts|sections)';

/** A question that is one of some alternatives, with or without its mark. */
const whole = (...alternatives: readonly string[]) =>
  new RegExp(`^(?:${alternatives.join('|')})(?: please)?\\s*[?.]?$`, 'i');

export const documentForms: DocumentForms = {
  title: whole(
    `(?:${what} )?(?:the )?(?:full )?(?:title|name) of ${it}`,
    `what ${is} ${it}(?:'s|’s) (?:title|name)`,
    `what ${is} ${it} called`,
    `how ${is} ${it} called`,
  ),
  authors: whole(
    `who (?:wrote|authored|edited|co-authored|made) ${it}`,
    `(?:who ${is}|${what}) (?:the )?(?:authors?|editors?|writers?) of ${it}`,
    `(?:the )?(?:authors?|editors?) of ${it}`,
    `who (?:is|was) ${it} (?:by|from|written by|edited by)`,
    `by whom (?:is|was) ${it}(?: written| edited)?`,
  ),
  published: whole(
    `when (?:is|was|did) ${it} (?:published|issued|released|written|come out|appear)`,
    `(?:in |from )?(?:what|which) (?:year|date|month) (?:is|was) ${it}(?: published| issued| released| written| from)?`,
    `from when (?:is|was) ${it}`,
    `(?:${what} )?(?:the )?(?:publication date|date of publication|publication year|year of publication|date|year) of ${it}`,
    `how (?:old|recent|current) is ${it}`,
  ),
  pages: whole(
    `how many pages (?:does|do|did|has|have) ${it}(?: have| contain| run to)?`,
    `how many pages (?:are|is)(?: there)? in ${it}`,
    `how long is ${it}`,
    `(?:${what} )?(?:the )?(?:number of pages|page count|length) (?:of|in) ${it}`,
  ),
  chapters: whole(
    `(?:which|what|how many) ${parts} (?:does|do|did) ${it} (?:have|contain|consist of)`,
    `(?:which|what|how many) ${parts} (?:are|is)(?: there)? in (?:${it}|it|here)`,
    `(?:which|what|how many) ${parts} (?:has|are there)(?: ${it})?`,
    `(?:${what} )?(?:all )?(?:the )?(?:${parts}|table of contents|contents|structure|outline) (?:of|in) ${it}`,
    `(?:list|show|name|give)(?: me)? (?:all )?(?:the )?(?:${parts}|table of contents|contents|outline)`,
    `(?:the )?(?:table of contents|contents|toc)`,
    `${what} (?:the )?(?:${parts}|table of contents|contents)`,
    `how ${is} ${it} (?:structured|organi[sz]ed|divided)`,
  ),
  about: whole(
    `what(?:'s|’s| is) ${ofChapter} about`,
    `what does ${ofChapter} (?:deal with|cover|discuss|talk about)`,
    `(?:which|what) (?:topics|sections|headings) (?:does|has) ${ofChapter}(?: have| cover| contain)?`,
    `(?:which|what) (?:topics|sections|headings) are(?: there)? in ${ofChapter}`,
    `(?:${what} )?(?:the )?(?:sections|headings) of ${ofChapter}`,
  ),
  sources: whole(
    `(?:which|what|how many) (?:sources|references|endnotes|footnotes|notes) (?:does|do|has) ${ofChapter}(?: cite| use| have| contain| give| refer to| rely on)?`,
    `(?:which|what|how many) (?:sources|references|endnotes|footnotes|notes) are(?: there| cited| used)? in ${ofChapter}`,
    `(?:${what} )?(?:all )?(?:the )?(?:sources|references|endnotes|footnotes|notes|bibliography) (?:of|in|for|cited in|cited by|used in) ${ofChapter}`,
  ),
};
