/** Holds the eval files to their format, and each snippet to its page of the report. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Chapter, Passage } from '../../../core/types.ts';
import { readReport } from '../../../testing/assistant/report-index.ts';
import { containsSnippet, containsWording } from '../score/normalize.ts';

import { type EvalQuestion, readEvalFile } from './eval-format.ts';
import { type EvalKind, evalKinds } from './eval-kinds.ts';

const root = new URL('../../../../', import.meta.url);
const pathTo = (name: string) => fileURLToPath(new URL(name, root));

/** The chapters whose questions are the test split (evals/FORMAT.md). */
const testChapters = [
  'EU',
  'Belgium',
  'Denmark',
  'France',
  'Hungary',
  'Ireland',
  'Lithuania',
  'Poland',
  'Slovakia',
  'United Kingdom',
];

let passages: Passage[] = [];
let chapters: Chapter[] = [];
beforeAll(async () => {
  const report = await readReport();
  passages = report.passages;
  chapters = report.document.chapters.filter((chapter) => chapter.kind === 'chapter');
});

/** Ids of those that do not hold: what a failing test should print. */
const failing = (own: readonly EvalQuestion[], holds: (question: EvalQuestion) => boolean) =>
  own.filter((question) => !holds(question)).map(({ id }) => id);

const isWhole = ({ facts, evidence, pages, difficulty, answer }: EvalQuestion) =>
  facts.length > 0 &&
  evidence.length > 0 &&
  evidence.length === pages.length &&
  answer !== undefined &&
  difficulty !== undefined;

/** Every fact is in the evidence, and none in the question. */
const areFactsHeld = ({ facts, evidence, question }: EvalQuestion) =>
  facts.every(
    (wordings) =>
      wordings.some((wording) => evidence.some((snippet) => containsWording(snippet, wording))) &&
      !wordings.some((wording) => containsWording(question, wording)),
  );

const isOnPage = (passage: Passage, page: number, snippet: string) =>
  passage.sentences.some(
    (sentence) => sentence.pages.includes(page) && containsSnippet(sentence.text, snippet),
  ) ||
  (passage.pages.includes(page) && containsSnippet(passage.text, snippet));

const snippetsOf = (questions: readonly EvalQuestion[]) =>
  questions.flatMap(({ id, chapters: names, evidence, pages }) =>
    evidence.map((snippet, index) => ({ id, names, snippet, page: pages[index] ?? 0 })),
  );

/** Snippets that stand in no passage of their chapters on their page. */
const misplaced = (questions: readonly EvalQuestion[]) =>
  snippetsOf(questions).filter(
    ({ names, snippet, page }) =>
      !passages.some((passage) => names.includes(passage.chapter) && isOnPage(passage, page, snippet)),
  );

/** Whether a text stands once in a list, in whatever case. */
const isAskedOnce = (asked: readonly string[], question: string) =>
  asked.filter((text) => text === question.toLowerCase()).length === 1;

describe('evals/fragmented-europe.jsonl', () => {
  let questions: EvalQuestion[] = [];
  beforeAll(async () => {
    questions = await readEvalFile(pathTo('evals/fragmented-europe.jsonl'));
  });

  const ofKind = (...kinds: EvalKind[]) => questions.filter((question) => kinds.includes(question.kind));

  it('holds as many questions of each kind as were written', () => {
    expect(Object.fromEntries(evalKinds.map((kind) => [kind, ofKind(kind).length]))).toEqual({
      answerable: 464,
      'near-miss': 166,
      'no-chapter': 40,
      'off-topic': 40,
      'false-premise': 48,
      'follow-up': 48,
    });
    expect(ofKind('answerable').filter((question) => question.chapters.length > 1)).toHaveLength(56);
  });

  it('asks at least three answerable questions and six near misses about every chapter, and about no other', () => {
    const names = chapters.map((chapter) => chapter.name);
    expect(names).toHaveLength(24);
    const about = (name: string, kind: EvalKind) =>
      ofKind(kind).filter(({ chapters: own }) => own.length === 1 && own[0] === name).length;
    expect(names.filter((name) => about(name, 'answerable') < 3 || about(name, 'near-miss') < 6)).toEqual([]);
    expect(failing(questions, (question) => question.chapters.every((name) => names.includes(name)))).toEqual(
      [],
    );
  });

  it('never asks the same question twice', () => {
    const asked = questions.map(({ question, standalone }) => (standalone ?? question).toLowerCase());
    expect(asked.filter((text, index) => asked.indexOf(text) !== index)).toEqual([]);
  });

  it('splits by the first chapter, and questions without a chapter in turn', () => {
    const splitOf = ({ id, chapters: [first] }: EvalQuestion) => {
      const isTest =
        first === undefined ? Number(id.replace(/\D/g, '')) % 2 === 0 : testChapters.includes(first);
      return isTest ? 'test' : 'dev';
    };
    expect(failing(questions, (question) => question.split === splitOf(question))).toEqual([]);
    const devShare =
      ofKind('answerable').filter(({ split }) => split === 'dev').length / ofKind('answerable').length;
    expect(devShare).toBeCloseTo(0.6, 1);
  });

  it('gives questions that have an answer facts, evidence with a page each, and a difficulty', () => {
    const own = ofKind('answerable', 'false-premise', 'follow-up');
    expect(failing(own, isWhole)).toEqual([]);
    expect(failing(ofKind('follow-up'), ({ history = [] }) => history.length > 0)).toEqual([]);
  });

  it('gives those that have none a reason and neither facts nor evidence', () => {
    const own = ofKind('near-miss', 'no-chapter', 'off-topic');
    expect(
      failing(own, ({ facts, evidence, pages }) =>
        [facts, evidence, pages].every((list) => list.length === 0),
      ),
    ).toEqual([]);
    expect(failing(ofKind('near-miss', 'no-chapter'), ({ why }) => why !== undefined)).toEqual([]);
  });

  it('holds every fact in its evidence, and none in its question', () => {
    expect(failing(questions, areFactsHeld)).toEqual([]);
  });

  it('finds every snippet on its page, in a passage of its chapters', () => {
    expect(misplaced(questions)).toEqual([]);
    expect(snippetsOf(questions)).toHaveLength(713);
  });
});

describe('evals/false-premises.jsonl', () => {
  let questions: EvalQuestion[] = [];
  beforeAll(async () => {
    questions = await readEvalFile(pathTo('evals/false-premises.jsonl'));
  });
  const ofKind = (kind: EvalKind) => questions.filter((question) => question.kind === kind);

  it('asks false premises and questions of the same matter that hold, of every dev chapter', () => {
    expect([ofKind('false-premise').length, ofKind('answerable').length, questions.length]).toEqual([
      140, 132, 272,
    ]);
    const names = chapters.map(({ name }) => name).filter((name) => !testChapters.includes(name));
    const about = (name: string, kind: EvalKind) =>
      ofKind(kind).filter(({ chapters: own }) => own.length === 1 && own[0] === name).length;
    expect(names.filter((name) => about(name, 'false-premise') < 9 || about(name, 'answerable') < 8)).toEqual(
      [],
    );
    expect(
      failing(
        questions,
        ({ split, chapters: own }) => split === 'dev' && own.every((name) => names.includes(name)),
      ),
    ).toEqual([]);
    expect(failing(ofKind('false-premise'), ({ id }) => /^[a-z]{3}-p\d\d$/.test(id))).toEqual([]);
    expect(failing(ofKind('answerable'), ({ id }) => /^[a-z]{3}-t\d\d$/.test(id))).toEqual([]);
  });

  it('asks nothing that the main file asks, and nothing twice', async () => {
    const main = await readEvalFile(pathTo('evals/fragmented-europe.jsonl'));
    const asked = [...main, ...questions].map(({ question }) => question.toLowerCase());
    expect(questions.filter(({ question }) => !isAskedOnce(asked, question)).map(({ id }) => id)).toEqual([]);
    const ids = new Set(main.map(({ id }) => id));
    expect(failing(questions, ({ id }) => !ids.has(id))).toEqual([]);
  });

  it('gives each its facts, held by its evidence and not by its question, and its page', () => {
    expect(failing(questions, isWhole)).toEqual([]);
    expect(failing(questions, areFactsHeld)).toEqual([]);
    expect(misplaced(questions)).toEqual([]);
  });
});

describe('evals/more-false-premises.jsonl', () => {
  it('asks 199 more of the dev chapters and 121 of the others, each once, with its facts and its page', async () => {
    const questions = await readEvalFile(pathTo('evals/more-false-premises.jsonl'));
    expect(questions.filter(({ split }) => split === 'dev')).toHaveLength(199);
    expect(questions).toHaveLength(320);
    const isFalse = ({ id, split, kind, chapters: own }: EvalQuestion) =>
      /^[a-z]{2,3}-p\d\d$/.test(id) &&
      kind === 'false-premise' &&
      testChapters.includes(own[0] ?? '') === (split === 'test');
    expect(failing(questions, isFalse)).toEqual([]);
    const files = ['fragmented-europe', 'false-premises'];
    const others = await Promise.all(files.map((name) => readEvalFile(pathTo(`evals/${name}.jsonl`))));
    const all = [...others.flat(), ...questions];
    const asked = all.map(({ question }) => question.toLowerCase());
    const ids = all.map(({ id }) => id);
    const isNew = ({ id, question }: EvalQuestion) =>
      isAskedOnce(asked, question) && ids.indexOf(id) === ids.lastIndexOf(id);
    expect(failing(questions, isNew)).toEqual([]);
    expect(failing(questions, isWhole)).toEqual([]);
    expect(failing(questions, areFactsHeld)).toEqual([]);
    expect(misplaced(questions)).toEqual([]);
  });
});

describe('evals/cross-chapters.jsonl', () => {
  it('asks over several dev chapters, with every fact in its evidence and every snippet in its chapters', async () => {
    const questions = await readEvalFile(pathTo('evals/cross-chapters.jsonl'));
    expect(questions).toHaveLength(40);
    const isCross = ({ split, kind, chapters: names }: EvalQuestion) =>
      split === 'dev' &&
      kind === 'answerable' &&
      names.length > 1 &&
      !names.some((name) => testChapters.includes(name));
    expect(failing(questions, isCross)).toEqual([]);
    expect(failing(questions, areFactsHeld)).toEqual([]);
    expect(questions.filter(({ evidence, pages }) => evidence.length !== pages.length)).toEqual([]);
    expect(misplaced(questions)).toEqual([]);
  });
});

describe('evals/more-questions.jsonl', () => {
  let questions: EvalQuestion[] = [];
  beforeAll(async () => {
    questions = await readEvalFile(pathTo('evals/more-questions.jsonl'));
  });
  const ofKind = (kind: EvalKind) => questions.filter((question) => question.kind === kind);

  it('asks answerable questions and near misses of dev chapters alone', () => {
    const counts = [ofKind('answerable').length, ofKind('near-miss').length, questions.length];
    expect(counts).toEqual([2531, 370, 2901]);
    expect(ofKind('answerable').filter((question) => question.chapters.length > 1)).toHaveLength(382);
    const names = chapters.map(({ name }) => name).filter((name) => !testChapters.includes(name));
    const isOfDev = ({ split, chapters: own }: EvalQuestion) =>
      split === 'dev' && own.length > 0 && own.every((name) => names.includes(name));
    expect(failing(questions, isOfDev)).toEqual([]);
  });

  it('asks nothing that the main file asks, and nothing twice', async () => {
    const main = await readEvalFile(pathTo('evals/fragmented-europe.jsonl'));
    const asked = [...main, ...questions].map(({ question }) => question.toLowerCase());
    expect(questions.filter(({ question }) => !isAskedOnce(asked, question)).map(({ id }) => id)).toEqual([]);
  });

  it('gives each answer its facts, held by its evidence and not by its question, and its page', () => {
    expect(failing(ofKind('answerable'), isWhole)).toEqual([]);
    expect(failing(questions, areFactsHeld)).toEqual([]);
    expect(misplaced(questions)).toEqual([]);
  });
});

describe('evals/off-topic.jsonl', () => {
  it('asks only what is off the topic, of dev alone, and nothing that is asked elsewhere', async () => {
    const questions = await readEvalFile(pathTo('evals/off-topic.jsonl'));
    const known = await readEvalFile(pathTo('evals/fragmented-europe.jsonl'));
    expect(questions).toHaveLength(100);
    expect(questions.filter(({ kind, split }) => kind !== 'off-topic' || split !== 'dev')).toEqual([]);
    const texts = [...known.filter(({ kind }) => kind !== 'follow-up'), ...questions].map(({ question }) =>
      question.toLowerCase(),
    );
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});

describe('evals/absent-names.jsonl', () => {
  it('asks of names that the report prints nowhere, each question once', async () => {
    const questions = await readEvalFile(pathTo('evals/absent-names.jsonl'));
    expect(questions.filter(({ split }) => split === 'dev')).toHaveLength(89);
    expect(questions.filter(({ split }) => split === 'test')).toHaveLength(90);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(179);
    const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const printed = fold(passages.map(({ text, section }) => `${section ?? ''} ${text}`).join(' '));
    const isAbsent = ({ question, why = '' }: EvalQuestion) => {
      const name = fold(/ mentions (.+)\.$/.exec(why)?.[1] ?? '');
      return name !== '' && fold(question).includes(name) && !printed.includes(name);
    };
    expect(failing(questions, isAbsent)).toEqual([]);
  });
});

describe('evals/conversations.jsonl', () => {
  let followUps: EvalQuestion[] = [];
  beforeAll(async () => {
    followUps = await readEvalFile(pathTo('evals/conversations.jsonl'));
  });
  const failing = (holds: (question: EvalQuestion) => boolean) =>
    followUps.filter((question) => !holds(question)).map(({ id }) => id);

  it('holds follow-ups of both splits, some after two turns and more', () => {
    const count = (split: string) => followUps.filter((one) => one.split === split).length;
    expect({ dev: count('dev'), test: count('test') }).toEqual({ dev: 47, test: 32 });
    expect(failing(({ kind, history = [] }) => kind === 'follow-up' && history.length > 0)).toEqual([]);
    expect(followUps.filter(({ history = [] }) => history.length > 1).length).toBeGreaterThan(6);
  });

  it('splits by the first chapter, as the questions', () => {
    const isTest = ({ chapters: [first = ''] }: EvalQuestion) => testChapters.includes(first);
    expect(failing((one) => one.split === (isTest(one) ? 'test' : 'dev'))).toEqual([]);
  });

  it('asks nothing twice, and holds facts and evidence of the questions, which are checked against the report', async () => {
    const asked = followUps.map(({ standalone = '' }) => standalone.toLowerCase());
    expect(asked.filter((text, index) => asked.indexOf(text) !== index)).toEqual([]);
    const questions = await readEvalFile(pathTo('evals/fragmented-europe.jsonl'));
    const isKnown = ({ facts, evidence, pages, chapters }: EvalQuestion) =>
      facts.length > 0 &&
      questions.some(
        (one) =>
          facts.every((fact) => one.facts.some((other) => other.join() === fact.join())) &&
          evidence.every((snippet, index) => {
            const at = one.evidence.indexOf(snippet);
            return at >= 0 && one.pages[at] === pages[index];
          }) &&
          chapters.every((name) => one.chapters.includes(name)),
      );
    expect(failing(isKnown)).toEqual([]);
  });

  it('holds every fact in its evidence, and none in what was asked', () => {
    const holdsFacts = ({ facts, evidence, question, standalone = '', history = [] }: EvalQuestion) => {
      const said = [question, standalone, ...history.map((turn) => turn.question)];
      return facts.every(
        (wordings) =>
          wordings.some((wording) => evidence.some((snippet) => containsWording(snippet, wording))) &&
          !wordings.some((wording) => said.some((text) => containsWording(text, wording))),
      );
    };
    expect(failing(holdsFacts)).toEqual([]);
  });
});

describe('evals/other-languages.jsonl', () => {
  it('asks dev questions over again, with the same answers, and what is off the topic', async () => {
    const questions = await readEvalFile(pathTo('evals/other-languages.jsonl'));
    const english = await readEvalFile(pathTo('evals/fragmented-europe.jsonl'));
    const answerable = questions.filter(({ kind }) => kind === 'answerable');
    expect({ answerable: answerable.length, all: questions.length }).toEqual({ answerable: 20, all: 27 });
    for (const { id, question, ...rest } of answerable) {
      const original = english.find((one) => one.id === id.replace(/^\w\w-/, ''));
      expect(original, id).toMatchObject({ ...rest, split: 'dev' });
      expect(question).not.toBe(original?.question);
    }
    expect(questions.filter(({ kind }) => kind !== 'answerable' && kind !== 'off-topic')).toEqual([]);
  });
});
