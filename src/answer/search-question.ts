/** The passages for a question, ready to be matched and read. */
import type { AnswerReader, Encoder } from '../core/networks.ts';
import type { DocumentLanguages } from '../language/document-languages.ts';
import { toQueryTokens } from '../search/maxsim.ts';
import { choice } from './answer-numbers.ts';
import type { Candidate } from './choose/candidate.ts';
import type { FoundPart } from './choose/decide.ts';
import { type MatchedQuestion, matchQuestion } from './choose/features.ts';
import type { SentenceModels } from './choose/rank-sentences.ts';
import { readClosely } from './choose/read-closely.ts';
import { scoreSentences } from './choose/select.ts';
import { isByline } from './choose/sentence-form.ts';
import { measureTopic, type TopicMatch } from './choose/topic.ts';
import { type FindOptions, type FoundPassages, findPassages } from './question/find-passages.ts';
import type { QuestionAnalysis } from './question/question.ts';

export interface SearchOptions extends Omit<FindOptions, 'count'> {
  /** Those of the documents. */
  languages: DocumentLanguages;
  encoder: Encoder;
}

/** What a search found for a question. */
export interface Found extends FoundPassages {
  /** The question against which sentences are measured; nothing is read yet. */
  question: MatchedQuestion;
  topic: TopicMatch | null;
}

/**
 * @param text the question, as it was read.
 * @param asked its analysis by all documents searched.
 * @throws the reason of `signal`, once that is aborted.
 */
export async function searchQuestion(
  text: string,
  asked: QuestionAnalysis,
  options: SearchOptions,
): Promise<Found> {
  const { store, encoder, languages, signal } = options;
  const found = await findPassages(text, asked, { ...options, count: choice.passages });
  const { analysis, encoding, hits } = found;
  signal?.throwIfAborted();
  const weights = await store.tokenWeights(encoding.tokens);
  const tokens = toQueryTokens(encoding, weights, choice.tokenWeightPower);
  return {
    ...found,
    question: matchQuestion(analysis, tokens, encoder.dimensions, languages.of),
    topic: measureTopic(analysis, encoding, hits, weights),
  };
}

/** Without who wrote a chapter, which answers nothing but that (`findBylines`): "Which universities …?" is not its author's. */
export function withoutBylines(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ sentence, language }) => !isByline(sentence.text, language));
}

/** Searches and reads for a part of a question. */
export async function searchPart(
  text: string,
  asked: QuestionAnalysis,
  models: SentenceModels,
  options: SearchOptions & { reader: AnswerReader },
): Promise<FoundPart> {
  const { question, topic, ...found } = await searchQuestion(text, asked, options);
  const reading = { ...options, models, depth: choice.passagesReadOfPart };
  const { hits, readings } = await readClosely(question, found.hits, reading);
  return {
    topic,
    candidates: withoutBylines(scoreSentences({ ...question, readings }, hits, models)),
  };
}
