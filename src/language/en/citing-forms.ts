/** How English writers cite places of a report. Pure. */
import type { CitingForms } from '../../core/draft-forms.ts';

export const citingForms: CitingForms = {
  page: /[Pp](?:\.|age)?/,
  pages: /[Pp](?:p\.?|ages)/,
  joiner: /and/,
  lead: /[Ss]ee|[Cc]f\.|[Oo]n|[Aa]t|[Ff]rom|[Ii]n/,
  noName: /See|Cf|On|At|From|In|The/,
  opener: /(?:and|see|also|cf\.?|e\.g\.|ibid\.?|in|on|at|from)(?!\p{L})/iu,
  refers: /^(?:see|cf\.)\s+/i,
  smallWord: /^(?:the|chapter|section|report|study|on|of|and|in|for|a)$/,
  chapter: /^(?:the\s+)?(?:chapter\s+(?:on\s+)?(?<after>.+)|(?<before>.+?)\s+chapter)$/iu,
};
