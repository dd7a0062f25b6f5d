/** What a question is answered with. */
import type { Language } from '../core/language.ts';
import type { AnswerReader } from '../core/networks.ts';
import type { AnswerListener } from './announce.ts';
import type { AnswerModel } from './choose/linear-model.ts';
import type { ResolvedQuestion } from './choose/resolved-question.ts';
import type { SearchOptions } from './search-question.ts';
import type { Write } from './written.ts';

export interface AnswerOptions extends AnswerListener, SearchOptions {
  /** Reads the best passages together with the question. */
  reader: AnswerReader;
  maxWords: number;
  maxWordsPerCountry: number;
  /** The share of the questions with an answer to answer, as `answerRates` bounds it. */
  answerRate: number;
  /** Understands the question, as it was read, from the turns before it; null where it stands alone. */
  resolve?:
    | ((question: string, language: Language) => ResolvedQuestion | null | Promise<ResolvedQuestion | null>)
    | undefined;
  /** The weights; those that ship by default. */
  model?: AnswerModel;
  /** Writes the answer; absent where the sentences chosen are the answer. Not asked where there is none. */
  write?: Write | undefined;
  /** The answer's id. */
  id: string;
}
