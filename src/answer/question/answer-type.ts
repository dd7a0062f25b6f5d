/** What kind of thing a question asks for, read from its words alone. Pure. */
import type { AnswerType, Language } from '../../core/language.ts';

/** The kind of thing that a question asks for. */
export function answerTypeOf(text: string, { questions }: Pick<Language, 'questions'>): AnswerType {
  return questions?.answerTypes.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
