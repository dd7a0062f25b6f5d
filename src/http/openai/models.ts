/** The assistant's ways to answer, as models that a chat client chooses among. */
import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant.ts';
import type { AskRequest } from '../../wire/types.ts';
import { HttpProblem } from '../respond/problem.ts';

export const modelSchema = z
  .object({ id: z.string(), object: z.literal('model'), created: z.number().int(), owned_by: z.string() })
  .meta({ id: 'ChatModel' });

interface ChatModel {
  id: string;
  mode: NonNullable<AskRequest['mode']>;
}

const quotes: ChatModel = { id: 'chapter-and-verse', mode: 'extract' };
const writes: ChatModel = { id: 'chapter-and-verse-written', mode: 'generate' };

/** The models of this server; the writing one only if a language model is configured. */
export function listModels({ chatModel }: Pick<Assistant, 'chatModel'>): readonly ChatModel[] {
  return chatModel === null ? [quotes] : [quotes, writes];
}

/** @throws HttpProblem 404 that lists the known ones. */
export function findModel(id: string, assistant: Pick<Assistant, 'chatModel'>): ChatModel {
  const models = listModels(assistant);
  const model = models.find((one) => one.id === id);
  if (model !== undefined) return model;
  const hint = id === writes.id ? ' Set VERSE_CHAT_MODEL to have answers written.' : '';
  const detail = `There is no model “${id}”, only ${models.map((one) => one.id).join(' and ')}.${hint}`;
  throw new HttpProblem(404, 'model-not-found', detail, { errors: [{ path: 'model', message: detail }] });
}
