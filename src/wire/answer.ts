/** The answer to a question. */
import { z } from 'zod';
import { citationSchema, nearestSchema } from './citation.ts';
import { foundItemSchema } from './found-item.ts';

export const answerSentenceSchema = z
  .object({
    text: z.string(),
    citations: z.array(z.number().int()),
    origin: z.enum(['quoted', 'written', 'known', 'computed', 'said']).meta({
      description:
        '`known`: no sentence of the report, but what is known of the document itself, such as how many pages it has. ' +
        '`computed`: reckoned from the figures that it cites. `said`: of the program itself, such as the reply to a greeting, ' +
        'or on which page an answer stands.',
    }),
    verified: z.boolean(),
    problems: z.array(z.string()),
    listItem: z.literal(true).optional().meta({
      description: 'It opens an item of a printed list that is quoted whole.',
    }),
    found: z.array(foundItemSchema).optional().meta({
      description:
        'Of a written sentence that passed its check: its numbers, dates, names and quotations that what it cites has.',
    }),
  })
  .meta({ id: 'AnswerSentence' });

export const coverageSchema = z
  .object({
    chapters: z.number().int().meta({ description: 'Those that the question may be answered from.' }),
    lookedAt: z.number().int().meta({ description: 'Those of which passages were read.' }),
    speaking: z.number().int().meta({ description: 'Those of which a sentence speaks of it.' }),
    quoted: z.number().int(),
  })
  .meta({
    id: 'Coverage',
    description: 'Of a question for all chapters, or for several that it names: how complete the answer is.',
  });

export const notFoundReasons = ['off-topic', 'no-chapter', 'not-mentioned', 'not-stated'] as const;

export const answerSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    resolvedQuestion: z.string().optional().meta({
      description: 'What was looked for: a follow-up asked in full. Absent where the question stood alone.',
    }),
    status: z.enum(['answered', 'not-found']),
    reason: z.enum(notFoundReasons).optional().meta({ description: 'With not-found.' }),
    answer: z.string().meta({
      description:
        'Readable text with [1] after each sentence; what stands around those that answer is a paragraph of its own.',
    }),
    sentences: z.array(answerSentenceSchema),
    lead: z
      .array(z.number().int())
      .optional()
      .meta({
        description:
          'Those that answer, by their places in `sentences`, where they come first; the others stand around them. Absent ' +
          'where all of them answer.',
      }),
    struck: z
      .array(answerSentenceSchema)
      .optional()
      .meta({
        description:
          'What a language model wrote where nothing of it passed its check and quotations answer instead: to be seen, no ' +
          'part of the answer. Without `citations`; what fails beside sentences that pass stands in `sentences`.',
      }),
    groups: z
      .array(z.object({ label: z.string(), sentences: z.array(z.number().int()) }))
      .optional()
      .meta({
        description:
          'Comparisons only: verified sentences, by their places in `sentences`. A group without is not stated; a written ' +
          'sentence on two places is in both. Chapters that were not asked about and are cited come last.',
      }),
    citations: z.array(citationSchema),
    coverage: coverageSchema.optional(),
    nearest: z
      .array(nearestSchema)
      .optional()
      .meta({ description: 'With not-found: the closest passages, not an answer.' }),
    elsewhere: citationSchema.optional().meta({
      description:
        'With not-found: what answers outside of that which the question was narrowed to or names, the best place of it.',
    }),
    explanation: z
      .object({
        lookedFor: z.array(z.string()),
        stoppedBecause: z.string(),
        scope: z
          .array(z.string())
          .optional()
          .meta({ description: 'What alone does not answer, in words; absent where all was searched.' }),
      })
      .optional()
      .meta({ description: 'With not-found.' }),
    confidence: z.number().min(0).max(1),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    searched: z.object({
      documents: z.number().int(),
      chapters: z.number().int(),
      passages: z.number().int(),
    }),
    timings: z.object({
      totalMs: z.number(),
      analyseMs: z.number(),
      encodeMs: z.number(),
      searchMs: z.number(),
      selectMs: z.number(),
      generateMs: z.number(),
    }),
    model: z.object({ encoder: z.string(), chat: z.string().nullable() }),
    usage: z
      .object({
        inputTokens: z.number().int(),
        outputTokens: z.number().int(),
        estimated: z.boolean().meta({
          description: 'Whether a call was not counted by its provider: then 4.5 characters are a token.',
        }),
      })
      .optional()
      .meta({ description: 'Tokens of all calls to the chat model; absent where it was not asked.' }),
  })
  .meta({ id: 'Answer' });
