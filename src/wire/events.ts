/** The events of a streamed answer. */
import { z } from 'zod';
import { answerSentenceSchema } from './answer.ts';
import { citationSchema } from './citation.ts';
import { hitSchema } from './search.ts';

export const hitsEventSchema = z
  .object({
    hits: z.array(hitSchema),
    resolvedQuestion: z.string().optional().meta({ description: 'As in the answer.' }),
  })
  .meta({ id: 'HitsEvent', description: 'The passages that the answer is looked for in, best first.' });

export const sentenceEventSchema = z
  .object({
    sentence: answerSentenceSchema,
    citations: z
      .array(citationSchema)
      .meta({ description: 'What the sentence cites, numbered as in the answer.' }),
    around: z
      .boolean()
      .optional()
      .meta({ description: 'Whether it stands around those that answer, which come first.' }),
    group: z.string().optional().meta({ description: 'Comparisons only: the first group it stands in.' }),
  })
  .meta({ id: 'SentenceEvent', description: 'One verified sentence of an answer that is being made.' });
