/**
 * Simpler methods on the same questions: BM25 alone, vectors alone, the first sentences of our passages, two oracles
 * that know the evidence or the facts, and any other stack that the caller passes.
 */

import type { Assistant, RankingPart } from '../../assistant/assistant.ts';
import type { OnProgress, Passage } from '../../core/types.ts';
import { countWords } from '../../text/count-words.ts';
import { type QuestionResult, retrievalDepth } from './ask-question.ts';
import { readPassages } from './read-passages.ts';
import { recallDepths, wordCap } from './score/metrics.ts';
import { evidenceRanks, factsFound, recallAt } from './score/scorers.ts';
import { bootstrapInterval, mean } from './score/statistics.ts';
import { clusterOf, type Metric } from './score/summarize.ts';

/** The figures of one baseline over the answerable questions; `facts` within `wordCap` words. */
export interface BaselineResult {
  name: string;
  label: string;
  metrics: Metric[];
}

/** Another program's search over its own index. */
export interface ForeignStack {
  name: string;
  label: string;
  /** Share of the evidence found at each of `recallDepths`, by its own measure, and the text it would show. */
  ask(question: string, evidence: readonly string[]): Promise<{ recall: number[]; text: string }>;
}

/** The material for answering one question. */
interface Material {
  result: QuestionResult;
  passages: readonly Passage[];
}

interface Baseline {
  name: string;
  label: string;
  rank: (result: QuestionResult) => Promise<readonly Passage[]>;
  /** The sentences in order; those over the word limit are cut off. */
  say: (found: Material) => readonly string[];
}

/** The first sentences that fit; always at least one. */
export function fillWords(sentences: readonly string[], cap: number): string[] {
  let words = 0;
  const over = sentences.findIndex((sentence, index) => {
    words += countWords(sentence);
    return index > 0 && words > cap;
  });
  return over < 0 ? [...sentences] : sentences.slice(0, over);
}

/** All sentences of the passages, in order. */
const sayAll = ({ passages }: Material) =>
  passages.flatMap(({ sentences }) => sentences.map(({ text }) => text));

/** The first sentence of each passage. */
const sayLeads = ({ passages }: Material) =>
  passages.flatMap(({ sentences }) => sentences.slice(0, 1).map(({ text }) => text));

/** The best possible choice: greedily, the sentence with most of the missing facts. */
export function chooseKnowing(
  sentences: readonly string[],
  reference: Pick<QuestionResult['reference'], 'facts'>,
): string[] {
  const held = sentences.map((text) => ({ text, facts: factsFound(text, reference) }));
  const chosen: string[] = [];
  const missing = new Set(reference.facts.keys());
  while (missing.size > 0) {
    const gains = held.map(({ facts }) => [...missing].filter((fact) => facts[fact] === true).length);
    const most = Math.max(0, ...gains);
    // Among equals, the shortest.
    const best = held
      .filter((_, index) => gains[index] === most)
      .sort((a, b) => countWords(a.text) - countWords(b.text))[0];
    if (most === 0 || best === undefined) break;
    chosen.push(best.text);
    best.facts.forEach((isHeld, fact) => {
      if (isHeld) missing.delete(fact);
    });
  }
  return chosen;
}

/** Passages that sentences are chosen from. */
const chosenFrom = 10;

const bm25Only: readonly RankingPart[] = ['vector', 'maxsim', 'routing', 'notes-discount'];
const vectorsOnly: readonly RankingPart[] = ['keyword', 'maxsim', 'routing', 'notes-discount'];

async function defineBaselines(assistant: Assistant): Promise<Baseline[]> {
  const byId = new Map((await readPassages(assistant)).map((passage) => [passage.id, passage]));
  const pick = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const rankWithout = (without: readonly RankingPart[]) => async (result: QuestionResult) =>
    (await assistant.retrieve(result.question, retrievalDepth, {}, without)).map(({ passage }) => passage);
  const ours = async ({ ranking }: QuestionResult) => pick(ranking.map(({ passageId }) => passageId));
  return [
    {
      name: 'verse',
      label: 'Chapter & Verse',
      rank: ours,
      say: ({ result }) => result.citations.map(({ quote }) => quote),
    },
    { name: 'bm25', label: 'BM25 alone', rank: rankWithout(bm25Only), say: sayAll },
    { name: 'vectors', label: 'vectors alone', rank: rankWithout(vectorsOnly), say: sayAll },
    { name: 'lead', label: 'first sentences of our passages', rank: ours, say: sayLeads },
    {
      name: 'oracle-passages',
      label: 'oracle: the passages with the evidence',
      rank: async ({ relevant }) => pick(relevant),
      say: sayAll,
    },
    {
      name: 'oracle-sentences',
      label: `oracle: the best sentences of our first ${chosenFrom}`,
      rank: ours,
      say: ({ result, passages }) =>
        chooseKnowing(
          passages.slice(0, chosenFrom).flatMap(({ sentences }) => sentences.map(({ text }) => text)),
          result.reference,
        ),
    },
  ];
}

interface Scored {
  cluster: string;
  recall: (number | null)[];
  facts: number | null;
  words: number;
}

function scoreText(result: QuestionResult, recall: Scored['recall'], text: string): Scored {
  const facts = factsFound(text, result.reference);
  return {
    cluster: clusterOf(result),
    recall,
    facts: facts.length === 0 ? null : Number(facts.every(Boolean)),
    words: countWords(text),
  };
}

function score({ result, passages }: Material, said: readonly string[]): Scored {
  const text = fillWords(said, wordCap).join(' ');
  const ranks = evidenceRanks(
    passages.map((passage) => ({ passage })),
    result.reference,
  );
  return scoreText(
    result,
    recallDepths.map((k) => recallAt(ranks, k)),
    text,
  );
}

/** The first words of a text without sentence boundaries. */
const firstWords = (text: string, cap: number) => text.split(/\s+/).slice(0, cap).join(' ');

function toMetric(name: string, scored: readonly Scored[], measure: (one: Scored) => number | null): Metric {
  const values = scored.flatMap((one) => {
    const value = measure(one);
    return value === null ? [] : [{ cluster: one.cluster, value }];
  });
  return {
    name,
    value: mean(values.map(({ value }) => value)),
    interval: bootstrapInterval(values),
    count: values.length,
  };
}

export interface BaselineOptions {
  stacks?: readonly ForeignStack[] | undefined;
  onProgress?: OnProgress | undefined;
}

/** Runs every baseline on the answerable questions with evidence; ours, cut at the same length, comes first. */
export async function runBaselines(
  assistant: Assistant,
  results: readonly QuestionResult[],
  { stacks = [], onProgress }: BaselineOptions = {},
): Promise<BaselineResult[]> {
  const asked = results.filter(({ kind, evidenceRanks: ranks }) => kind === 'answerable' && ranks.length > 0);
  const ways = [
    ...(await defineBaselines(assistant)).map(({ name, label, rank, say }) => ({
      name,
      label,
      ask: async (result: QuestionResult) => {
        const found = { result, passages: await rank(result) };
        return score(found, say(found));
      },
    })),
    ...stacks.map((stack) => ({
      name: stack.name,
      label: stack.label,
      ask: async (result: QuestionResult) => {
        const { recall, text } = await stack.ask(result.question, result.reference.evidence);
        return scoreText(result, recall, firstWords(text, wordCap));
      },
    })),
  ];
  const total = ways.length * asked.length;
  let done = 0;
  const measured: BaselineResult[] = [];
  for (const { name, label, ask } of ways) {
    const scored: Scored[] = [];
    for (const result of asked) {
      scored.push(await ask(result));
      done += 1;
      onProgress?.({ stage: 'baselines', done, total });
    }
    const metrics = [
      ...recallDepths.map((k, index) =>
        toMetric(`recall@${k}`, scored, ({ recall }) => recall[index] ?? null),
      ),
      toMetric('facts', scored, ({ facts }) => facts),
      toMetric('words', scored, ({ words }) => words),
    ];
    measured.push({ name, label, metrics });
  }
  return measured;
}
