/** A tool over the assistant: its description, and its call with unchecked arguments. */
import type { CallToolResult, Tool as ToolListing } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { Assistant } from '../assistant/assistant.ts';
import { VerseError } from '../core/errors.ts';
import { escapeMarkup } from '../text/escape-markdown.ts';
import { fieldErrors, listFieldErrors } from '../wire/bad-fields.ts';

export interface ToolContext {
  /** @throws VerseError while there is no index that can be opened. */
  assistant: () => Assistant | Promise<Assistant>;
  /** Aborted when the caller no longer waits. */
  signal: AbortSignal;
}

export interface Tool {
  listing: ToolListing;
  /** Errors that the caller can act on are returned as an error result, in a sentence. @throws any other. */
  call(args: unknown, context: ToolContext): Promise<CallToolResult>;
}

interface ToolDefinition<Input extends z.ZodType, Output extends z.ZodType> {
  name: string;
  title: string;
  /** What a model chooses the tool by: what it returns, and when to use it. */
  description: string;
  input: Input;
  /** Fields missing from it are left out of the result. */
  output: Output;
  run(
    assistant: Assistant,
    args: z.output<Input>,
    signal: AbortSignal,
  ): Promise<{ text: string; found: z.input<Output> }>;
}

/** As draft 7, which clients' validators know, and without the names for OpenAPI, whose `id` they take for a URL. */
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
  // Commands to run stand in code.
  return { isError: true, content: [{ type: 'text', text: escapeMarkup(text).replaceAll('\\`', '`') }] };
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
        return {
          content: [{ type: 'text', text: escapeMarkup(text) }],
          structuredContent: output.parse(found),
        };
      } catch (error) {
        if (error instanceof VerseError) return refuse(error.sentenceAfar);
        throw error;
      }
    },
  };
}
