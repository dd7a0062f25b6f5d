/** Chat completions as OpenAI's clients read them, whole and in chunks. Pure. */
import { z } from 'zod';
import { estimateTokens } from '../../text/estimate-tokens.ts';
import type { Answer, Citation } from '../../wire/types.ts';
import type { ChatText, Span } from './chat-text.ts';

const annotationSchema = z.object({
  type: z.literal('url_citation'),
  url_citation: z.object({
    url: z.string().meta({ description: 'The page, on this server.' }),
    title: z.string(),
    start_index: z.number().int(),
    end_index: z.number().int(),
  }),
});

const usageSchema = z
  .object({
    prompt_tokens: z.number().int(),
    completion_tokens: z.number().int(),
    total_tokens: z.number().int(),
  })
  .meta({
    id: 'ChatUsage',
    description:
      'Where a language model wrote, what its provider counts over all calls, repairs included. Else an estimate: ' +
      '4.5 characters of the messages, and of the answer, are a token.',
  });

export const completionSchema = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.number().int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.literal(0),
        message: z.object({
          role: z.literal('assistant'),
          content: z.string(),
          refusal: z.null(),
          annotations: z.array(annotationSchema),
        }),
        finish_reason: z.literal('stop'),
        logprobs: z.null(),
      }),
    ),
    usage: usageSchema,
  })
  .meta({ id: 'ChatCompletion' });

export const chunkSchema = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion.chunk'),
    created: z.number().int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.literal(0),
        delta: z.object({
          role: z.literal('assistant').optional(),
          content: z.string().optional(),
          annotations: z.array(annotationSchema).optional(),
        }),
        finish_reason: z.literal('stop').nullable(),
      }),
    ),
    usage: usageSchema.nullable().optional(),
  })
  .meta({ id: 'ChatCompletionChunk' });

export type Completion = z.infer<typeof completionSchema>;
export type Chunk = z.infer<typeof chunkSchema>;
type Annotation = z.infer<typeof annotationSchema>;
type Delta = Chunk['choices'][number]['delta'];

/** The fields that all chunks of a completion share. */
export interface Heading {
  id: string;
  model: string;
  /** Seconds since 1970. */
  created: number;
}

export type Usage = z.infer<typeof usageSchema>;

/**
 * Token counts: the provider's own if a language model wrote, otherwise an estimate from the request and the answer.
 * @param sent the texts of the request's messages.
 */
export function toUsage({ usage }: Pick<Answer, 'usage'>, sent: readonly string[], said: string): Usage {
  const prompt_tokens = usage?.inputTokens ?? estimateTokens(sent.join('\n'));
  const completion_tokens = usage?.outputTokens ?? estimateTokens(said);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

function titleOf({ undivided, chapter, page, documentLabel, documentTitle }: Citation): string {
  const document = documentLabel ?? documentTitle;
  return undivided ? `${document}, p. ${page}` : `${chapter}, p. ${page} — ${document}`;
}

/** @param origin of this server, as the client reaches it. */
export function annotate(spans: readonly Span[], origin: string): Annotation[] {
  return spans.map(({ start, end, citation }) => ({
    type: 'url_citation',
    url_citation: {
      url: `${origin}/v1/documents/${encodeURIComponent(citation.document)}/file#page=${citation.page}`,
      title: titleOf(citation),
      start_index: start,
      end_index: end,
    },
  }));
}

export function toCompletion(heading: Heading, message: ChatText, usage: Usage, origin: string): Completion {
  const annotations = annotate(message.spans(), origin);
  const content = message.text();
  return {
    ...heading,
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null, annotations },
        finish_reason: 'stop',
        logprobs: null,
      },
    ],
    usage,
  };
}

/** @param usage null for clients that ask for token counts, which then come in a separate chunk. */
export function toChunk(
  heading: Heading,
  delta: Delta,
  { isLast = false, usage }: { isLast?: boolean; usage?: null } = {},
): Chunk {
  const finish_reason = isLast ? 'stop' : null;
  return {
    ...heading,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason }],
    ...(usage !== undefined && { usage }),
  };
}

/** The final chunk with token counts, for clients that ask for them. */
export function toUsageChunk(heading: Heading, usage: Usage): Chunk {
  return { ...heading, object: 'chat.completion.chunk', choices: [], usage };
}
