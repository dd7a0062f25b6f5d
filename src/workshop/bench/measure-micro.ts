/** Times the parts of an answer, a function at a time, on the real index and the timed questions. */

import { Bench } from 'tinybench';
import { choice } from '../../answer/answer-numbers.ts';
import { matchQuestion } from '../../answer/choose/features.ts';
import { answerModel } from '../../answer/choose/linear-model.ts';
import { chooseSentences, scoreSentences } from '../../answer/choose/select.ts';
import { readGazetteer } from '../../answer/question/gazetteer.ts';
import { analyseQuestion } from '../../answer/question/question.ts';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { openEncoder } from '../../networks/encoder.ts';
import { indexedParts } from '../../search/indexed-text.ts';
import { maxSim, toQueryTokens } from '../../search/maxsim.ts';
import { candidateCount, ranking } from '../../search/ranking-numbers.ts';
import { retrieve } from '../../search/retrieve.ts';
import { openIndex } from '../../store/disk/open-index.ts';
import type { MicroMeasurement } from './measurements.ts';
import { type BenchQuestion, pickEvenly } from './sample-questions.ts';

export interface MicroTask {
  config: Config;
  questions: BenchQuestion[];
}

/** Cycles through the items, so that consecutive calls have different input. */
function cycle<T>(items: readonly T[]): () => T {
  let next = 0;
  return () => {
    const item = items[next++ % items.length];
    if (item === undefined) throw new RangeError('Nothing to call the function with.');
    return item;
  };
}

export async function measureMicro(
  { config, questions }: MicroTask,
  onProgress: OnProgress,
): Promise<MicroMeasurement[]> {
  const encoder = await openEncoder(config.modelsDir);
  const store = await openIndex(config.indexDir, { encoderId: encoder.id });
  const documents = (await store.documents()).map(({ id }) => id);
  const passages = await store.readStretch({ documents });
  const gazetteer = await readGazetteer(store);
  const { dimensions } = encoder;
  const inputs = [];
  for (const { question } of questions) {
    const encoding = await encoder.encodeQuery(question);
    const analysis = analyseQuestion(question, gazetteer, english);
    const weights = await store.tokenWeights(encoding.tokens);
    const tokens = toQueryTokens(encoding, weights, ranking.numbers.tokenWeightPower);
    const asked = {
      text: question,
      encoding,
      chapters: analysis.chapters,
      asksForNotes: analysis.answerType === 'source',
    };
    const hits = await retrieve(asked, store, { count: ranking.numbers.rerankDepth });
    inputs.push({
      text: question,
      vector: encoding.vector,
      analysis,
      tokens,
      hits,
    });
  }
  const nextInput = cycle(inputs);
  const nextPassage = cycle(
    pickEvenly(passages.filter(({ kind }) => kind === 'body').map(indexedParts), 200),
  );
  const limits = { maxWords: config.maxWords, maxSentences: choice.maxSentences, maxGap: choice.maxGap };

  const functions: Record<string, () => unknown> = {
    'encode a question': () => encoder.encodeQuery(nextInput().text),
    'encode a passage': () => encoder.encodePassage(nextPassage()),
    [`vector search, ${candidateCount} nearest`]: () =>
      store.findCandidates({ vector: nextInput().vector, count: candidateCount }),
    [`keyword search, ${candidateCount} best`]: () =>
      store.findCandidates({ text: nextInput().text, count: candidateCount }),
    [`token vectors of ${ranking.numbers.rerankDepth} passages`]: () =>
      store.vectors(nextInput().hits.map(({ passage }) => passage.id)),
    [`MaxSim over ${ranking.numbers.rerankDepth} passages`]: () => {
      const { tokens, hits } = nextInput();
      return hits.map(({ vectors }) => maxSim(tokens, vectors.tokens, dimensions));
    },
    'sentence choice': () => {
      const { analysis, tokens, hits } = nextInput();
      const candidates = scoreSentences(
        matchQuestion(analysis, tokens, dimensions, () => english),
        hits.slice(0, choice.passages),
        answerModel,
      );
      return chooseSentences(candidates, limits);
    },
  };
  const bench = new Bench({ throws: true });
  for (const [label, call] of Object.entries(functions)) bench.add(label, call);
  let done = 0;
  const report = () => onProgress({ stage: 'parts', done, total: bench.tasks.length });
  bench.addEventListener('cycle', () => {
    done += 1;
    report();
  });
  report();
  await bench.run();
  await store.close();
  return bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`${name}: not measured (${result.state}).`);
    const { p50, p99, samplesCount } = result.latency;
    return { label: name, p50Ms: p50, p99Ms: p99, calls: samplesCount };
  });
}
