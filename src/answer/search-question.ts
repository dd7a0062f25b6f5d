/** The passages for a question, ready to be matched and read. */
import type { AnswerReader, Encoder } from '../core/networks.ts';
import type { PassageFilter, PassageStore } from '../core/passage-store.ts';
import type { Encoding } from '../core/types.ts';
import type { DocumentLanguages } from '../language/document-languages.ts';
import { toQueryTokens } from '../search/maxsim.ts';
import { type RankingPart, type RetrievedHit, retrieve } from '../search/retrieve.ts';
import { choice } from './answer-numbers.ts';
import type { Candidate } from './choose/candidate.ts';
import type { FoundPart } from './choose/decide.ts';
import { type MatchedQuestion, matchQuestion } from './choose/features.ts';
import type { SentenceModels } from './choose/rank-sentences.ts';
import { readHits } from './choose/read-hits.ts';
import { scoreSentences } from './choose/select.ts';
import { isByline } from './choose/sentence-form.ts';
import { measureTopic, type TopicMatch } from './choose/topic.ts';
import type { QuestionAnalysis } from './question/question.ts';

export interface SearchOptions {
  store: PassageStore;
  /** Those of the documents. */
  languages: DocumentLanguages;
  /** What the asker narrowed the search to. */
  filter: PassageFilter;
  /** Parts of the ranking to leave out. */
  without?: readonly RankingPart[] | undefined;
  /** When it is aborted the work stops at the next step. */
  signal?: AbortSignal | undefined;
}

/** What a search found for a question. */
export interface Found {
  encoding: Encoding;
  /** Best first. */
  hits: RetrievedHit[];
  /** The question against which sentences are measured; nothing is read yet. */
  question: MatchedQuestion;
  topic: TopicMatch | null;
}

/** @throws the reason of `signal`, once that is aborted. */
export async function searchQuestion(
  analysis: QuestionAnalysis,
  encoding: Encoding,
  dimensions: number,
  { store, languages, filter, without, signal }: SearchOptions,
): Promise<Found> {
  const asked = {
    text: analysis.text,
    encoding,
    chapters: analysis.chapters,
    asksForNotes: analysis.answerType === 'source',
    matter: analysis.matter,
  };
  const hits = await retrieve(asked, store, { count: choice.passages, filter, without });
  signal?.throwIfAborted();
  const weights = await store.tokenWeights(encoding.tokens);
  const tokens = toQueryTokens(encoding, weights, choice.tokenWeightPower);
  return {
    encoding,
    hits,
    question: matchQuestion(analysis, tokens, dimensions, languages.of),
    topic: measureTopic(analysis, encoding, hits, weights),
  };
}

/** Without who wrote a chapter, which answers nothing but that (`findBylines`): "Which universities …?" is not its author's. */
export function withoutBylines(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ sentence, language }) => !isByline(sentence.text, language));
}

/** Searches and reads for a part of a question. */
export async function searchPart(
  analysis: QuestionAnalysis,
  models: SentenceModels,
  options: SearchOptions & { encoder: Encoder; reader: AnswerReader },
): Promise<FoundPart> {
  const { encoder, reader, signal } = options;
  const encoding = await encoder.encodeQuery(analysis.text, signal);
  const { hits, question, topic } = await searchQuestion(analysis, encoding, encoder.dimensions, options);
  const readings = await readHits(analysis.text, hits, reader, { count: choice.passagesReadOfPart, signal });
  return {
    analysis,
    topic,
    candidates: withoutBylines(scoreSentences({ ...question, readings }, hits, models)),
  };
}
