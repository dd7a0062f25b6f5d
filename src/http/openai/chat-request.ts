/** A request for a chat completion, and the question in it. */
import { z } from 'zod';
import { askRequestSchema, mostTurns } from '../../wire/ask-request.ts';
import type { Turn } from '../../wire/types.ts';
import { fieldProblem } from '../respond/field-errors.ts';
import { HttpProblem } from '../respond/problem.ts';
import { withoutFootnotes } from './chat-text.ts';

const partSchema = z.looseObject({ type: z.string(), text: z.string().optional() });

const messageSchema = z.looseObject({
  role: z.string(),
  content: z.union([z.string(), z.array(partSchema)]).nullish(),
});

/** The fields we read. Clients send others, meant for a language model, which are ignored. */
export const chatRequestSchema = z
  .looseObject({
    model: z.string().meta({ example: 'chapter-and-verse' }),
    messages: z
      .array(messageSchema)
      .min(1)
      .meta({
        description:
          'The last one of the user is the question, those before it what a follow-up is understood from.',
        example: [{ role: 'user', content: 'Which companies did Sweden ban from 5G networks in 2020?' }],
      }),
    stream: z.boolean().nullish(),
    stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
    documents: askRequestSchema.shape.documents,
    tags: askRequestSchema.shape.tags,
    years: askRequestSchema.shape.years,
    chapters: askRequestSchema.shape.chapters,
  })
  .meta({
    id: 'ChatRequest',
    description: "OpenAI's, and the scope as in AskRequest; other fields are ignored.",
  });

export type ChatRequest = z.infer<typeof chatRequestSchema>;
type Message = z.infer<typeof messageSchema>;

/** The text of a message; pictures and files are ignored. */
function textOf({ content }: Message): string {
  if (typeof content === 'string') return content.trim();
  const parts = (content ?? []).flatMap(({ type, text }) =>
    type === 'text' && text !== undefined ? text : [],
  );
  return parts.join('\n').trim();
}

/** The texts of all messages, whoever says them. */
export function textsOf({ messages }: Pick<ChatRequest, 'messages'>): string[] {
  return messages.map(textOf);
}

function lastQuestionAt(messages: readonly Message[]): number {
  return messages.findLastIndex(({ role }) => role === 'user');
}

/** The turns before the question, as many as a request may carry: each question with its answer. */
export function historyOf({ messages }: Pick<ChatRequest, 'messages'>): Turn[] {
  const turns: Turn[] = [];
  for (const message of messages.slice(0, lastQuestionAt(messages))) {
    const text = textOf(message);
    const last = turns.at(-1);
    if (message.role === 'user' && text !== '') turns.push({ question: text.slice(0, 2000), answer: '' });
    if (message.role === 'assistant' && last !== undefined) {
      last.answer = withoutFootnotes(text).slice(0, 20_000);
    }
  }
  return turns.slice(-mostTurns);
}

/**
 * The question: the user's last message.
 * @throws HttpProblem 400 if there is none, or it is too long.
 */
export function questionOf({ messages }: Pick<ChatRequest, 'messages'>): string {
  const place = lastQuestionAt(messages);
  const message = messages[place];
  const text = message === undefined ? '' : textOf(message);
  const path = message === undefined ? 'messages' : `messages.${place}.content`;
  if (text === '') {
    throw new HttpProblem(400, 'bad-fields', `${path}: There is no question in it.`, {
      errors: [{ path, message: 'There is no question in it.' }],
    });
  }
  const question = askRequestSchema.shape.question.safeParse(text);
  if (question.success) return question.data;
  throw fieldProblem(question.error.issues.map((issue) => ({ ...issue, path: path.split('.') })));
}
