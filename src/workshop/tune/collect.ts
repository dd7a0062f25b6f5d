/** Eval questions to training examples: the sentences of their hits, measured and labelled. */

import { choice } from '../../answer/answer-numbers.ts';
import { matchQuestion, measureSentences } from '../../answer/choose/features.ts';
import { answerModel } from '../../answer/choose/linear-model.ts';
import { readClosely } from '../../answer/choose/read-closely.ts';
import { unread } from '../../answer/choose/read-hits.ts';
import { measureTopic } from '../../answer/choose/topic.ts';
import { findAbsentNames } from '../../answer/question/absent-names.ts';
import { type Gazetteer, readGazetteer } from '../../answer/question/gazetteer.ts';
import { analyseQuestion } from '../../answer/question/question.ts';
import { createSpelling, type Spelling } from '../../answer/question/spelling.ts';
import type { AnswerReader, Encoder } from '../../core/networks.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import type { OnProgress } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { toQueryTokens } from '../../search/maxsim.ts';
import type { RankingNumbers } from '../../search/ranking-numbers.ts';
import { retrieve } from '../../search/retrieve.ts';
import type { EvalQuestion } from '../evaluate/questions/eval-format.ts';
import { containsSnippet } from '../evaluate/score/normalize.ts';
import { factsFound } from '../evaluate/score/scorers.ts';
import type { LabelledQuestion, LabelledSentence } from './labelled.ts';
import { askElsewhere } from './make-negatives.ts';

interface Tools {
  encoder: Encoder;
  /** Absent where its outputs are not needed. */
  reader?: AnswerReader | undefined;
  store: PassageStore;
  /** The report's words, by which names are found that it never has. */
  spelling: Spelling;
  /** The name of the report in the store. */
  report: string;
  /** The ranking's numbers; by default those that ship. */
  numbers?: RankingNumbers | undefined;
  /** Whether questions are asked of other countries too, which takes as long again; by default they are. */
  asksElsewhere?: boolean;
}

function labelSentence(question: EvalQuestion, text: string): { isEvidence: boolean; holdsFact: boolean } {
  const facts = factsFound(text, question);
  const isEvidence =
    question.evidence.some((snippet) => containsSnippet(text, snippet)) ||
    (facts.length > 1 && facts.every(Boolean));
  return { isEvidence, holdsFact: facts.some(Boolean) };
}

async function collectOne(
  question: EvalQuestion,
  gazetteer: Gazetteer,
  { encoder, reader, store, spelling, report, numbers }: Tools,
): Promise<LabelledQuestion> {
  const analysis = analyseQuestion(question.question, gazetteer, english);
  const { text } = analysis;
  const encoding = await encoder.encodeQuery(text);
  const asked = {
    text,
    encoding,
    chapters: analysis.chapters,
    asksForNotes: analysis.answerType === 'source',
  };
  const found = await retrieve(asked, store, { count: choice.passages, numbers });
  const tokenWeights = await store.tokenWeights(encoding.tokens);
  const tokens = toQueryTokens(encoding, tokenWeights, choice.tokenWeightPower);
  const unmatched = matchQuestion(analysis, tokens, encoder.dimensions, () => english);
  const { hits, readings } =
    reader === undefined
      ? { hits: found, readings: unread }
      : await readClosely(unmatched, found, {
          store,
          reader,
          models: answerModel,
          depth: choice.passagesRead,
        });
  const matched = { ...unmatched, readings };
  const sentences = hits.flatMap((hit, rank) =>
    measureSentences(matched, hit, rank).flatMap((features, index): LabelledSentence[] => {
      const sentence = hit.passage.sentences[index];
      if (sentence === undefined) return [];
      return [
        {
          passage: hit.passage,
          language: english,
          index,
          sentence,
          features,
          ...labelSentence(question, sentence.text),
        },
      ];
    }),
  );
  const topic = measureTopic(analysis, encoding, found, tokenWeights);
  const absentNames = findAbsentNames(text, spelling, english);
  return { question, report, analysis, sentences, topic, absentNames, elsewhere: [] };
}

/** Measures and labels the sentences of every question's hits. */
export async function collectExamples(
  questions: readonly EvalQuestion[],
  given: Omit<Tools, 'spelling'>,
  onProgress: OnProgress,
): Promise<LabelledQuestion[]> {
  const gazetteer = await readGazetteer(given.store);
  const spelling = createSpelling(await given.store.summary(), given.encoder.isWord);
  const tools = { ...given, spelling };
  const labelled: LabelledQuestion[] = [];
  const chapters = [...new Set(questions.flatMap((question) => question.chapters))].sort();
  for (const question of questions) {
    const elsewhere: LabelledQuestion[] = [];
    for (const other of given.asksElsewhere === false ? [] : askElsewhere(question, chapters))
      elsewhere.push(await collectOne(other, gazetteer, tools));
    labelled.push({ ...(await collectOne(question, gazetteer, tools)), elsewhere });
    onProgress({ stage: 'measuring', done: labelled.length, total: questions.length });
  }
  return labelled;
}
