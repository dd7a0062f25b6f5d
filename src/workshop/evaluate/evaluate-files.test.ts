import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VerseError } from '../../core/errors.ts';
import type { Hit, Progress } from '../../core/types.ts';
import {
  fakeAssistant,
  sampleAnswer,
  sampleCitation,
  sampleListing,
} from '../../testing/assistant/fake-assistant.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import type { Answer, PassageDetail } from '../../wire/types.ts';
import { evaluateFiles } from './evaluate-files.ts';
import { findMetric } from './score/summarize.ts';

const geely =
  'After Chinese Geely acquired Swedish carmaker Volvo Cars in 2010, China has become the largest source of investments.';
const ban = 'Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020.';
const hungary = 'Hungarian authorities have not pursued major restrictions.';

const questions = [
  {
    id: 'swe-02',
    split: 'dev',
    chapters: ['Sweden'],
    type: 'date',
    question: 'when did geely buy volvo cars',
    facts: [['2010']],
    evidence: ['acquired Swedish carmaker Volvo Cars in 2010'],
    pages: [181],
    difficulty: 'easy',
  },
  {
    id: 'x-01',
    split: 'test',
    chapters: ['Hungary', 'Sweden'],
    type: 'comparison',
    question: 'How do Hungary and Sweden treat Huawei?',
    facts: [['explicit ban'], ['not pursued major restrictions']],
    evidence: ['adopted an explicit ban on equipment', 'have not pursued major restrictions'],
    pages: [182, 96],
    difficulty: 'hard',
  },
  {
    id: 'swe-m02',
    split: 'dev',
    kind: 'near-miss',
    chapters: ['Sweden'],
    type: 'numeric',
    question: 'What did Geely pay?',
  },
  { id: 'off-01', split: 'dev', kind: 'off-topic', type: 'factoid', question: 'How do I boil an egg?' },
  {
    id: 'swe-f01',
    split: 'test',
    kind: 'follow-up',
    chapters: ['Sweden'],
    type: 'date',
    history: [{ question: 'Has Sweden banned Huawei?', answer: 'Yes.' }],
    question: 'since when?',
    standalone: 'Since when has Sweden banned Huawei?',
    facts: [['2020']],
    evidence: ['in 5G networks in 2020'],
    pages: [182],
    difficulty: 'medium',
  },
];

const chapter = { document: 'report', chapter: 'Sweden', section: null, kind: 'body' as const };

function passage(passageId: string, text: string, page: number): [string, PassageDetail] {
  const place = { page, pages: [page], previous: null, next: null };
  return [passageId, { passageId, ...chapter, ...place, text, sentences: [] }];
}

const passages = new Map([passage('p1', geely, 181), passage('p2', ban, 182)]);

function hit(text: string): Hit {
  const { document: documentId, ...place } = chapter;
  const scores = { keyword: null, vector: null, maxsim: null };
  return { passage: { id: text, documentId, ...place, text, pages: [1], sentences: [] }, score: 1, scores };
}

function quote(text: string, passageId: string, page: number): Answer {
  const citations = [{ ...sampleCitation, passageId, page, pages: [page], quote: text }];
  const sentences = [{ text, citations: [1], origin: 'quoted' as const, verified: true, problems: [] }];
  return { ...sampleAnswer, sentences, citations };
}

const nothing: Answer = {
  ...sampleAnswer,
  status: 'not-found',
  reason: 'off-topic',
  sentences: [],
  citations: [],
  confidence: 0.1,
};

const answers = new Map([
  ['when did geely buy volvo cars', quote(geely, 'p1', 181)],
  // Finds one country only, and quotes it with a wrong year.
  ['How do Hungary and Sweden treat Huawei?', quote(ban.replace('2020', '2021'), 'p2', 182)],
  ['What did Geely pay?', quote(geely, 'p1', 181)],
  ['How do I boil an egg?', nothing],
  ['Since when has Sweden banned Huawei?', quote(ban, 'p2', 182)],
]);

/** Answers as scripted; ranks the Swedish passages first and the Hungarian one fourth. */
function scriptedAssistant() {
  return fakeAssistant({
    ask: async ({ question }) => {
      const scripted = answers.get(question);
      if (scripted === undefined) throw new Error(`No answer is scripted for ${question}`);
      return scripted;
    },
    documents: () => [sampleListing],
    passages: () => [ban, geely, hungary].map((text) => hit(text).passage),
    retrieve: async () => [ban, geely, ban, hungary].map(hit),
    passage: (id) => {
      const found = passages.get(id);
      if (found === undefined) throw new VerseError('unknown-passage', `${id}: no such passage.`);
      return found;
    },
  });
}

/** Each reading is 12 ms after the last, so each question takes 12 ms. */
function tickingClock() {
  let now = 0;
  return () => {
    now += 12;
    return now;
  };
}

describe('evaluateFiles', () => {
  const folder = temporaryFolder('evals');
  const file = join(folder, 'sweden.jsonl');
  writeFileSync(file, questions.map((question) => JSON.stringify(question)).join('\n'));

  const evaluate = (options = {}) =>
    evaluateFiles(scriptedAssistant(), {
      files: [file],
      clock: tickingClock(),
      version: '0.1.0',
      ...options,
    });

  it('reports every figure', async () => {
    const { text } = await evaluate({ thresholds: ['facts=.66', 'verbatim=1', 'recall@5=.84'] });
    expect(text.replaceAll(folder, 'evals')).toMatchInlineSnapshot(`
      "5 questions of evals/sweden.jsonl
        2 answerable, 1 near-miss, 1 off-topic, 1 follow-up
        version 0.1.0, encoder fake-encoder@00000000

      Evidence in the first k passages     @1     @3     @5    @10    @20  questions
        answerable                       .250   .750  1.000  1.000  1.000          2
        one chapter                      .000  1.000  1.000  1.000  1.000          1
        several chapters                 .500   .500  1.000  1.000  1.000          1
        follow-up                       1.000  1.000  1.000  1.000  1.000          1
        answerable, all of it            .000   .500  1.000  1.000  1.000          2

      Passages, by ir_measures’ names  value   95 % interval  questions
        R@1                             .250    .000 to .500          2
        R@3                            1.000  1.000 to 1.000          2
        R@5                            1.250  1.000 to 1.500          2
        R@10                           1.250  1.000 to 1.500          2
        R@20                           1.250  1.000 to 1.500          2
        RR@10                           .750   .500 to 1.000          2
        nDCG@10                         .907   .631 to 1.184          2

      Answers                                value   95 % interval  questions
        answerable questions answered        1.000  1.000 to 1.000          2
        answers holding all facts             .500   .000 to 1.000          2
          of one chapter                     1.000                          1
          of several chapters                 .000                          1
          to a follow-up, asked in full      1.000                          1
        words of an answer, on average        17.0    16.0 to 18.0          2
        answers of more than 120 words        .000    .000 to .000          2
        answers citing a right page          1.000  1.000 to 1.000          2
        citations on a right page            1.000  1.000 to 1.000          2
        right pages that are cited            .750   .500 to 1.000          2
        quotations that are in the report     .750   .000 to 1.000          4
        answerable questions flagged          .000    .000 to .000          2
        near misses not found                 .000                          1
        off-topic questions not found        1.000                          1
        latency, p50                       12.0 ms                          5
        latency, p95                       12.0 ms                          5

      Confidence                                                      value   95 % interval  questions
        AUROC against near misses                                      .500    .500 to .500          1
        AUROC against off-topic questions                             1.000  1.000 to 1.000          1
        near misses refused, 95 % of the answerable answered           .000    .000 to .000          1
        off-topic questions refused, 95 % of the answerable answered  1.000  1.000 to 1.000          1
        near misses refused, 90 % of the answerable answered           .000    .000 to .000          1
        off-topic questions refused, 90 % of the answerable answered  1.000  1.000 to 1.000          1
        answerable answered while 90 % of all answers are right        .000    .000 to .000          2
        answerable answered while 95 % of all answers are right        .000    .000 to .000          2

      By split  evidence @5    @10  facts  words  page hit  answered  near misses not found  questions
        dev           1.000  1.000  1.000   18.0     1.000     1.000                   .000          3
        test          1.000  1.000   .000   16.0     1.000     1.000                      –          2

      By type       evidence @5    @10  facts  words  page hit  answered  near misses not found  questions
        comparison        1.000  1.000   .000   16.0     1.000     1.000                      –          1
        date              1.000  1.000  1.000   18.0     1.000     1.000                      –          2
        factoid               –      –      –      –         –         –                      –          1
        numeric               –      –      –      –         –         –                   .000          1

      By difficulty  evidence @5    @10  facts  words  page hit  answered  near misses not found  questions
        easy               1.000  1.000  1.000   18.0     1.000     1.000                      –          1
        medium                 –      –      –      –         –         –                      –          1
        hard               1.000  1.000   .000   16.0     1.000     1.000                      –          1

      Thresholds missed
        facts is 0.500 over 2 questions; at least 0.660 was asked for.
        verbatim is 0.750 over 4 questions; at least 1.000 was asked for.
      "
    `);
  });

  it('scores each question', async () => {
    const { json } = await evaluate();
    expect(
      json.questions.map(({ id, evidenceRanks, facts, pageHit, quotations }) => [
        id,
        evidenceRanks,
        facts,
        pageHit,
        quotations.misquoted.length,
      ]),
    ).toEqual([
      ['swe-02', [2], [true], true, 0],
      ['x-01', [1, 4], [true, false], true, 2],
      ['swe-m02', [], [], null, 0],
      ['off-01', [], [], null, 0],
      ['swe-f01', [1], [true], true, 0],
    ]);
  });

  it('asks before it ranks, a follow-up by its standalone text, and ranks only where there is evidence', async () => {
    const assistant = scriptedAssistant();
    await evaluateFiles(assistant, { files: [file], kinds: ['follow-up', 'off-topic'] });
    expect(assistant.calls.filter(([method]) => method === 'ask' || method === 'retrieve')).toEqual([
      ['ask', { question: 'How do I boil an egg?' }],
      ['ask', { question: 'Since when has Sweden banned Huawei?' }],
      ['retrieve', 'Since when has Sweden banned Huawei?', 20],
    ]);
  });

  it('gives JSON that says what made it and survives being written and read', async () => {
    const { json } = await evaluate({ split: 'dev' });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json.settings).toEqual({
      version: '0.1.0',
      encoder: 'fake-encoder@00000000',
      processor: null,
      files: [{ name: file, questions: 5 }],
      split: 'dev',
      kinds: null,
      without: [],
      answerRate: null,
      asked: { answerable: 1, 'near-miss': 1, 'off-topic': 1 },
      retrievalDepth: 20,
      wordCap: 120,
      bootstrap: { seed: 20260601, resamples: 1000, level: 0.95 },
    });
    expect(findMetric(json.summary.metrics, 'facts')).toEqual({
      name: 'facts',
      value: 1,
      interval: null,
      count: 1,
    });
  });

  it('does not count what is not eligible', async () => {
    const { summary } = (await evaluate({ kinds: ['near-miss', 'off-topic'] })).json;
    expect(findMetric(summary.metrics, 'recall@5')).toEqual({
      name: 'recall@5',
      value: null,
      interval: null,
      count: 0,
    });
    expect(findMetric(summary.metrics, 'not-found.near-miss')).toMatchObject({ value: 0, count: 1 });
    expect(findMetric(summary.metrics, 'not-found.off-topic')).toMatchObject({ value: 1, count: 1 });
    // The off-topic answer quotes nothing.
    expect(findMetric(summary.metrics, 'verbatim')).toMatchObject({ value: 1, count: 1 });
  });

  it('reports progress', async () => {
    const seen: Progress[] = [];
    await evaluate({ split: 'test', onProgress: (progress: Progress) => seen.push(progress) });
    expect(seen).toEqual([0, 1, 2].map((done) => ({ stage: 'asking', done, total: 2 })));
  });

  it('refuses a bad threshold before it asks anything', async () => {
    const assistant = fakeAssistant();
    await expect(
      evaluateFiles(assistant, { files: [file], thresholds: ['recal@5=.8'] }),
    ).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect(assistant.calls).toEqual([]);
  });

  it('refuses a split and a kind that no question is of, and no file', async () => {
    await expect(evaluate({ split: 'dev', kinds: ['follow-up', 'no-chapter'] })).rejects.toMatchObject({
      code: 'bad-input',
      sentence: `${file}: none of the 5 questions is of split dev and of kind follow-up or no-chapter. Ask for another split or kind, or for none.`,
    });
    await expect(evaluate({ files: [] })).rejects.toMatchObject({
      sentence: 'No eval file is named. Name one, such as evals/fragmented-europe.jsonl.',
    });
  });
});
