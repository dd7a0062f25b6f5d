/** Holds evals/fragmented-europe.jsonl to its format, and each snippet to its page of the report. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractDocument } from '../ingest/extract.ts';
import type { Chapter, Passage } from '../types.ts';
import { type EvalKind, type EvalQuestion, evalKinds, readEvalFile } from './eval-format.ts';
import { containsSnippet, containsWording } from './normalize.ts';

const root = new URL('../../', import.meta.url);
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

async function extractReport() {
  const file = pathTo('corpus/fragmented-europe-2026.pdf');
  const bytes = new Uint8Array(await readFile(file));
  return extractDocument({
    id: 'fragmented-europe-2026',
    file,
    sha256: '',
    bytes,
    name: file,
    ingestedAt: '',
  });
}

describe('evals/fragmented-europe.jsonl', () => {
  let questions: EvalQuestion[] = [];
  let passages: Passage[] = [];
  let chapters: Chapter[] = [];
  beforeAll(async () => {
    questions = await readEvalFile(pathTo('evals/fragmented-europe.jsonl'));
    const extracted = await extractReport();
    passages = extracted.passages;
    chapters = extracted.document.chapters.filter((chapter) => chapter.kind === 'chapter');
  });

  const ofKind = (...kinds: EvalKind[]) => questions.filter((question) => kinds.includes(question.kind));
  /** Ids of those that do not hold: what a failing test should print. */
  const failing = (own: readonly EvalQuestion[], holds: (question: EvalQuestion) => boolean) =>
    own.filter((question) => !holds(question)).map(({ id }) => id);

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
    const isWhole = ({ facts, evidence, pages, difficulty, answer }: EvalQuestion) =>
      facts.length > 0 &&
      evidence.length > 0 &&
      evidence.length === pages.length &&
      answer !== undefined &&
      difficulty !== undefined;
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
    const isHeld = ({ facts, evidence, question }: EvalQuestion) =>
      facts.every(
        (wordings) =>
          wordings.some((wording) => evidence.some((snippet) => containsWording(snippet, wording))) &&
          !wordings.some((wording) => containsWording(question, wording)),
      );
    expect(failing(questions, isHeld)).toEqual([]);
  });

  it('finds every snippet on its page, in a passage of its chapters', () => {
    const isOnPage = (passage: Passage, page: number, snippet: string) =>
      passage.sentences.some(
        (sentence) => sentence.pages.includes(page) && containsSnippet(sentence.text, snippet),
      ) ||
      (passage.pages.includes(page) && containsSnippet(passage.text, snippet));
    const snippets = questions.flatMap(({ id, chapters: names, evidence, pages }) =>
      evidence.map((snippet, index) => ({ id, names, snippet, page: pages[index] ?? 0 })),
    );
    const missing = snippets.filter(
      ({ names, snippet, page }) =>
        !passages.some((passage) => names.includes(passage.chapter) && isOnPage(passage, page, snippet)),
    );
    expect(missing).toEqual([]);
    expect(snippets).toHaveLength(713);
  });
});

describe('evals/cross-chapters.jsonl', () => {
  it('asks over several dev chapters, with every fact in its evidence and every snippet in its chapters', async () => {
    const questions = await readEvalFile(pathTo('evals/cross-chapters.jsonl'));
    const { passages } = await extractReport();
    const isSound = ({ split, kind, chapters, question, facts, evidence, pages }: EvalQuestion) =>
      split === 'dev' &&
      kind === 'answerable' &&
      chapters.length > 1 &&
      !chapters.some((name) => testChapters.includes(name)) &&
      evidence.length === pages.length &&
      facts.every(
        (wordings) =>
          wordings.some((wording) => evidence.some((snippet) => containsWording(snippet, wording))) &&
          !wordings.some((wording) => containsWording(question, wording)),
      ) &&
      evidence.every((snippet, index) =>
        passages.some(
          (passage) =>
            chapters.includes(passage.chapter) &&
            passage.sentences.some(
              (sentence) =>
                sentence.pages.includes(pages[index] ?? 0) && containsSnippet(sentence.text, snippet),
            ),
        ),
      );
    expect(questions).toHaveLength(40);
    expect(questions.filter((question) => !isSound(question)).map(({ id }) => id)).toEqual([]);
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
