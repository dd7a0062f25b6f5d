import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../core/types.ts';
import { sampleCitation } from '../../../testing/assistant/fake-assistant.ts';
import type { AnswerSentence } from '../../../wire/types.ts';
import {
  allFoundAt,
  answerText,
  checkQuotations,
  citationPageHit,
  citationPagePrecision,
  citationPageRecall,
  evidenceRanks,
  factsFound,
  recallAt,
} from './scorers.ts';

function hit(text: string): Hit {
  const passage = {
    id: 'p1',
    documentId: 'report',
    chapter: 'Germany',
    section: null,
    kind: 'body' as const,
    text,
    pages: [85],
    sentences: [],
  };
  return { passage, score: 1, scores: { keyword: null, vector: null, maxsim: null } };
}

function sentence(text: string, ...citations: number[]): AnswerSentence {
  return { text, citations, origin: 'quoted', verified: true, problems: [] };
}

const catl =
  'Battery maker CATL has built a plant in Arnstadt in the federal state of Thuringia, producing battery capacity for at least 200,000 EVs per year.';
const bosch = 'Bosch alone has announced cutting more than 20,000 jobs in its automotive division.';

describe('evidenceRanks', () => {
  const evidence = [
    'producing battery capacity for at least 200,000 EVs per year',
    'CATL has built a plant in Arnstadt',
    'never printed',
  ];

  it('gives each snippet the rank of the first passage that holds it', () => {
    const hits = [hit(bosch), hit('CATL has built a plant in Arnstadt.'), hit(catl), hit(catl)];
    expect(evidenceRanks(hits, { evidence })).toEqual([3, 2, null]);
  });

  it('gives no rank where there is no evidence', () => {
    expect(evidenceRanks([hit(catl)], { evidence: [] })).toEqual([]);
  });
});

describe('recallAt and allFoundAt', () => {
  const ranks = [3, 1, null];

  it('count the snippets found in the first k passages', () => {
    expect([1, 2, 3, 20].map((k) => recallAt(ranks, k))).toEqual([1 / 3, 1 / 3, 2 / 3, 2 / 3]);
    expect([recallAt([5, 1], 5), allFoundAt([5, 1], 4), allFoundAt([5, 1], 5)]).toEqual([1, false, true]);
    expect(allFoundAt(ranks, 20)).toBe(false);
  });

  it('are not eligible without evidence', () => {
    expect([recallAt([], 5), allFoundAt([], 5)]).toEqual([null, null]);
  });
});

describe('factsFound', () => {
  it('takes any wording of each fact', () => {
    const facts = [['Arnstadt'], ['200.000', '200,000'], ['Debrecen']];
    expect(factsFound(catl, { facts })).toEqual([true, true, false]);
  });
});

describe('answerText', () => {
  it('joins the sentences without citation marks', () => {
    expect(answerText({ sentences: [sentence('One.', 1), sentence('Two.', 2)] })).toBe('One. Two.');
  });
});

describe('citationPageHit', () => {
  const answered = (...pages: number[][]) => ({
    status: 'answered' as const,
    citations: pages.map((own, index) => ({ ...sampleCitation, number: index + 1, pages: own })),
  });

  it('is a hit where one cited page is among the pages of the question', () => {
    expect(citationPageHit(answered([12], [84, 85]), { pages: [85] })).toBe(true);
    expect(citationPageHit(answered([12], [84]), { pages: [85] })).toBe(false);
  });

  it('comes with the share of citations that are right and of pages that are cited', () => {
    // Two of the three citations stand on page 84 or 96; of the pages 84, 96 and 97 two are cited.
    const answer = answered([84, 85], [12], [96]);
    const question = { pages: [84, 96, 97, 84] };
    expect(citationPagePrecision(answer, question)).toBeCloseTo(2 / 3);
    expect(citationPageRecall(answer, question)).toBeCloseTo(2 / 3);
    expect(citationPagePrecision(answered([12]), question)).toBe(0);
    expect([citationPagePrecision(answer, { pages: [] }), citationPageRecall(answered(), question)]).toEqual([
      null,
      null,
    ]);
  });

  it('is not eligible without pages, without an answer or without citations', () => {
    expect(citationPageHit(answered([12]), { pages: [] })).toBeNull();
    expect(citationPageHit({ ...answered([85]), status: 'not-found' }, { pages: [85] })).toBeNull();
    expect(citationPageHit(answered(), { pages: [85] })).toBeNull();
  });
});

describe('checkQuotations', () => {
  const passages = new Map([['p1', { text: `${bosch} ${catl}`, pages: [84, 85] }]]);
  const quoting = (quote: string, changes = {}) => ({
    sentences: [sentence(quote, 1)],
    citations: [{ ...sampleCitation, number: 1, passageId: 'p1', pages: [85], quote, ...changes }],
  });

  it('finds a quoted sentence and its citation right', () => {
    expect(checkQuotations(quoting(catl), passages)).toEqual({ count: 2, misquoted: [] });
  });

  it.each<[reason: string, answer: ReturnType<typeof quoting>]>([
    ['another digit', quoting(catl.replace('200,000', '300,000'))],
    ['another case: letter for letter', quoting(catl.toUpperCase())],
    ['a page the passage does not stand on', quoting(catl, { pages: [86] })],
    ['a passage that does not exist', quoting(catl, { passageId: 'p2' })],
  ])('finds %s misquoted, in the sentence and in the citation', (_, answer) => {
    const quote = answer.sentences[0]?.text;
    expect(checkQuotations(answer, passages)).toEqual({ count: 2, misquoted: [quote, quote] });
  });

  it('holds restatements against the places that they name', () => {
    const alsoIn = (page: number) => [
      { passageId: 'p1', chapter: 'Executive Summary', page, pageLabel: String(page), quote: bosch },
    ];
    expect(checkQuotations(quoting(catl, { alsoIn: alsoIn(84) }), passages)).toEqual({
      count: 3,
      misquoted: [],
    });
    expect(checkQuotations(quoting(catl, { alsoIn: alsoIn(9) }), passages).misquoted).toEqual([bosch]);
  });

  it('holds a sentence only against the citations it names', () => {
    const answer = { ...quoting(catl), sentences: [sentence(catl, 2)] };
    expect(checkQuotations(answer, passages).misquoted).toEqual([catl]);
  });

  it('leaves written sentences to the verifier and looks at the nearest passages', () => {
    const written = { ...sentence('CATL makes batteries in Germany.', 1), origin: 'written' as const };
    const nearest = [
      { ...{ ...sampleCitation, passageId: 'p1', pages: [84], quote: 'Bosch said so.' }, why: 'names Bosch' },
    ];
    expect(checkQuotations({ sentences: [written], citations: [], nearest }, passages)).toEqual({
      count: 1,
      misquoted: ['Bosch said so.'],
    });
  });
});
