/** How English questions ask about a document itself. Each pattern matches a question whole. Pure. */
import type { DocumentForms } from '../../core/question-forms.ts';

const it =
  '(?:(?:this|the|that) (?:report|document|paper|study|book|publication|pdf|file|manual|guide|handbook|standard|guideline)|this|it)';
const is = '(?:is|are|was|were)';
const what = "(?:what(?:'s|’s| is| are)|which are|tell me|give me|show(?: me)?|list|name)";
const ofChapter =
  '(?:(?:the )?(?:chapter|section) (?:on |about |called |titled |named )?[^?]{1,90}?|(?:the )?[^?]{1,90}? chapter)';

const parts =
  '(?:(?:main |all )?(?:chapters|parts|sections|(?:section |chapter )?headings|topics|titles of the (?:chapters|sections)))';
const contents =
  '(?:(?:table of )?contents(?: (?:page|list|table))?|outline|structure|toc|list of (?:chapters|sections|parts|headings))';
/** Said before a wish. */
const politely =
  "(?:(?:please |(?:can|could|would|will|may) (?:you|i|we) (?:please )?|i(?:['’]d| would) like to |let me |i (?:want|need) (?:to )?)?(?:have |get |see |know |look at )?)";

/** A question that is one of some alternatives, with or without its mark. */
const whole = (...alternatives: readonly string[]) =>
  new RegExp(`^${politely}(?:${alternatives.join('|')})(?:,? (?:please|pls))?\\s*[?.!]*$`, 'i');

export const documentForms: DocumentForms = {
  title: whole(
    `(?:${what} )?(?:the )?(?:full )?(?:title|name) of ${it}`,
    `what ${is} ${it}(?:'s|’s) (?:title|name)`,
    `what ${is} ${it} called`,
    `how ${is} ${it} called`,
    `(?:which|what) (?:report|document|paper|file|pdf|book) (?:is|are) (?:this|that|it|you (?:using|reading|searching|answering from))`,
    `what(?:s|['’]s) (?:this|the) (?:report|document|paper|file|pdf|book) called`,
    `(?:the )?(?:full )?(?:title|name)(?: and (?:year|date|author))?`,
    `(?:which|what) (?:report|document|paper|file|pdf|book) (?:am i|are we) (?:actually |now )?(?:looking at|reading|asking)`,
  ),
  authors: whole(
    `who (?:wrote|authored|edited|co-authored|made) ${it}`,
    `(?:who ${is}|${what}) (?:the )?(?:authors?|editors?|writers?)(?: of ${it})?`,
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
    `(?:the )?(?:publication date|date of publication|year of publication|publication year)`,
  ),
  pages: whole(
    `how many pages (?:does|do|did|has|have) ${it}(?: have| contain| run to)?`,
    `how many pages (?:are|is)(?: there)? in ${it}`,
    `how long is ${it}`,
    `(?:${what} )?(?:the )?(?:number of pages|page count|length)(?: (?:of|in) ${it})?`,
    `how many pages`,
  ),
  chapters: whole(
    `(?:which|what|how many) ${parts} (?:does|do|did) ${it} (?:have|contain|consist of)`,
    `(?:which|what|how many) ${parts} (?:are|is)(?: there)? in (?:${it}|it|here)`,
    `(?:which|what|how many) ${parts} (?:has|are there)(?: ${it})?`,
    `(?:${what} )?(?:all )?(?:of )?(?:the |an? )?(?:overview of (?:the )?)?(?:${parts}|${contents})(?: (?:of|in) ${it})?`,
    `(?:list|show|name|give)(?: me)? (?:all )?(?:of )?(?:the |an? )?(?:overview of (?:the )?)?(?:${parts}|${contents})(?: (?:of|in|here)(?: ${it})?)?`,
    `(?:which|what) (?:topics|${parts}) (?:are|is) (?:covered|discussed|treated)(?: in ${it}| here)?(?:,? chapter by chapter)?`,
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
