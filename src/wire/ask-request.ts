/** A question, with the turns before it. */
import { z } from 'zod';
import { answerRateError, answerRates } from '../core/answer-rate.ts';
import { scopeFields } from './scope-fields.ts';

/** How many earlier turns a question may carry. */
export const mostTurns = 10;

export const turnSchema = z
  .strictObject({
    question: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .meta({ description: 'As it was asked, or better as `resolvedQuestion` of its answer has it.' }),
    answer: z.string().max(20_000).meta({ description: 'As `answer` of the answer; may be empty.' }),
  })
  .meta({ id: 'Turn', description: 'An earlier question of the conversation and its answer.' });

export const askRequestSchema = z
  .strictObject({
    question: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .meta({ example: 'Which companies did Sweden ban from 5G networks in 2020?' }),
    ...scopeFields,
    history: z.array(turnSchema).max(mostTurns).optional().meta({
      description: 'Earlier turns, the latest last: a follow-up (“and in Poland?”) is understood from them.',
    }),
    stream: z.boolean().optional().meta({
      description:
        'Answer as server-sent events. Where it is absent, an Accept of text/event-stream asks for them.',
    }),
    mode: z
      .enum(['extract', 'generate'])
      .optional()
      .meta({
        description:
          "`extract`, the default: the documents' own sentences. `generate`: a language model writes, each sentence is " +
          'checked against what it cites; where a chat model is configured only.',
      }),
    answerRate: z
      .number({ error: answerRateError })
      .min(answerRates.least, { error: answerRateError })
      .max(answerRates.most, { error: answerRateError })
      .optional()
      .meta({
        description:
          'Share of the questions with an answer to answer; the lower, the more others are refused.',
      }),
  })
  .meta({ id: 'AskRequest' });
