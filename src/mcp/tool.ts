/** One tool over the assistant: what is said of it, and a call of it with arguments as they come. */
import type { CallToolResult, Tool as ToolListing } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { Assistant } from '../assistant/assistant.ts';
import { VerseError } from '../core/errors.ts';
import { fieldErrors, listFieldErrors } from '../wire/bad-fields.ts';

export interface ToolContext {
  /** @throws VerseError while there is no index that can be opened. */
  assistant: () => Assistant | Promise<Assistant>;
  /** Aborted when nobody waits for the result any more. */
  signal: AbortSignal;
}

export interface Tool {
  listing: ToolListing;
  /** What a caller can act on comes back as a result marked as an error, in a sentence. @throws anything else. */
  call(args: unknown, context: ToolContext): Promise<CallToolResult>;
}

interface ToolDefinition<Input extends z.ZodType, Output extends z.ZodType> {
  name: string;
  title: string;
  /** What a model chooses by: what comes back, when to use it and when another. */
  description: string;
  input: Input;
  /** Fields that it does not name are left out of the result. */
  output: Output;
  run(
    assistant: Assistant,
    args: z.output<Input>,
    signal: AbortSignal,
  ): Promise<{ text: string; found: z.input<Output> }>;
}

/** As clients validate it: their validators know draft 7, and take the `id` of OpenAPI's names for an address. */
function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): ToolListing['inputSchema'] {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io,
    override: ({ jsonSchema }) => {
      delete jsonSchema.id;
    },
  });
  return { ...json, type: 'object' } as ToolListing['inputSchema'];
}

function refuse(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}

export function defineTool<Input extends z.ZodType, Output extends z.ZodType<Record<string, unknown>>>({
  name,
  title,
  description,
  input,
  output,
  run,
}: ToolDefinition<Input, Output>): Tool {
  return {
    listing: {
      name,
      title,
      description,
      inputSchema: toJsonSchema(input, 'input'),
      outputSchema: toJsonSchema(output, 'output'),
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    call: async (args, { assistant, signal }) => {
      const parsed = input.safeParse(args ?? {});
      if (!parsed.success) return refuse(listFieldErrors(fieldErrors(parsed.error.issues), 'arguments'));
      try {
        const { text, found } = await run(await assistant(), parsed.data, signal);
        return { content: [{ type: 'text', text }], structuredContent: output.parse(found) };
      } catch (error) {
        if (error instanceof VerseError) return refuse(error.sentence);
        throw error;
      }
    },
  };
}
