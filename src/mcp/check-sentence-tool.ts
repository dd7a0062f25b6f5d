/** The tool `check_sentence`. */
import { ocrNote, placeOf } from '../wire/places.ts';
import type { CheckedSentence, Citation } from '../wire/types.ts';
import { verificationSchema, verifyRequestSchema } from '../wire/verification.ts';
import { leanCitationSchema, leanNearestSchema } from './lean-citation.ts';
import { defineTool } from './tool.ts';

/** Without its OpenAPI name: clients expect an object at the top of a schema, not a reference. */
const input = verifyRequestSchema.safeExtend({ sentence: verifyRequestSchema.shape.sentence });

const output = verificationSchema.extend({
  citation: leanCitationSchema.optional(),
  further: leanCitationSchema.array().optional(),
  elsewhere: leanCitationSchema.optional(),
  nearest: leanNearestSchema.array().optional(),
});

const verdicts: Record<CheckedSentence['verdict'], string> = {
  supported: 'Supported.',
  'altered-quotation': 'Altered quotation: the words between quotation marks are not those of the source.',
  unsupported: 'Not supported.',
};

function quote(citation: Citation): string {
  return `“${citation.quote}” (${placeOf(citation)}${ocrNote(citation)}, passage ${citation.passageId})`;
}

function showCheck({ verdict, problems, citation, further = [], elsewhere, nearest = [] }: CheckedSentence) {
  const against = [...(citation === undefined ? [] : [citation]), ...further];
  return [
    verdicts[verdict],
    ...problems.map(({ kind, text, reason }) => `- ${kind}: “${text}”, ${reason}`),
    ...against.map((one) => `Held against: ${quote(one)}`),
    ...(elsewhere === undefined ? [] : [`Supported elsewhere: ${quote(elsewhere)}`]),
    ...nearest.map((one) => `Also held against: ${quote(one)}: ${one.why}`),
  ].join('\n');
}

export const checkSentenceTool = defineTool({
  name: 'check_sentence',
  title: 'Check a sentence against the reports',
  description:
    'Says whether the open reports support a sentence that you wrote: its numbers, dates, names, quotations, negations ' +
    'and directions are held against the passages, pages or chapters that you name, or against the best passages of ' +
    'all. Use it on each sentence of your own about a report before you give it to the reader, and mend or drop what ' +
    'is not supported. `problems` names the words that are not supported, `elsewhere` where the sentence stands instead.',
  input,
  output,
  run: async (assistant, request, signal) => {
    const checked = await assistant.check(request, { signal });
    return { text: showCheck(checked), found: checked };
  },
});
