import { describe, expect, it } from 'vitest';
import { makeCandidate, makePassage } from '../../testing/answers/candidates.ts';
import type { Candidate } from './candidate.ts';
import { foldRestatements } from './restatements.ts';

/** Sentences of the report, each in a passage of its own, best first. */
function rank(...sentences: [chapter: string, text: string][]): Candidate[] {
  return sentences.map(([chapter, text], at) =>
    makeCandidate(makePassage({ id: `r/${at}/1`, chapter }, [text]), 0, 9 - at),
  );
}

const texts = (candidates: readonly Candidate[]) => candidates.map((one) => one.sentence.text);

const summary = 'Executive Summary';
const almostTripled =
  "In Sweden, Chinese-owned companies' R&D investments have increased by almost 300 percent since 2013.";
const surpassed =
  "In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013.";

describe('foldRestatements', () => {
  it("quotes the chapter rather than the summary, with the better's score and the other as restatement", () => {
    const [kept, ...rest] = foldRestatements(rank([summary, almostTripled], ['Sweden', surpassed]), false);
    expect(rest).toEqual([]);
    expect(kept).toMatchObject({ passage: { chapter: 'Sweden' }, score: 9 });
    expect(texts(kept?.restatements ?? [])).toEqual([almostTripled]);
  });

  it('quotes what holds every figure of the other, even where the summary is asked for', () => {
    const folded = foldRestatements(rank(['Sweden', surpassed], [summary, almostTripled]), true);
    expect(texts(folded)).toEqual([surpassed]);
  });

  it('quotes the summary where it is asked for and says as much', () => {
    const paths: [string, string][] = [
      ['Romania', 'The technological paths of Romania and China rarely intersect.'],
      [summary, 'The technological paths of Romania and China also rarely intersect.'],
    ];
    expect(texts(foldRestatements(rank(...paths), true))).toEqual([paths[1]?.[1]]);
    expect(texts(foldRestatements(rank(...paths), false))).toEqual([paths[0]?.[1]]);
  });

  it('quotes the one that needs no other sentence to be understood', () => {
    const folded = foldRestatements(
      rank(
        [
          'Estonia',
          'This highlights a divergence in the recommendations made by national security apparatus, and decisions made by the business community.',
        ],
        [
          summary,
          "Estonia's engagement with China is best characterized by a divergence in the recommendations made by the national security apparatus, and decisions made by the business community.",
        ],
      ),
      false,
    );
    expect(folded.map(({ passage }) => passage.chapter)).toEqual([summary]);
  });

  it('folds what one chapter says twice, keeping the better', () => {
    const folded = foldRestatements(
      rank(
        [
          'Finland',
          'Views on China began turning more critical in Finnish policy and expert circles around 2018.',
        ],
        [
          'Finland',
          'In policy and expert circles, views began turning more critical around 2018, similar to many other European countries.',
        ],
      ),
      false,
    );
    expect(folded).toHaveLength(1);
    expect(folded[0]?.score).toBe(9);
  });

  it.each<[what: string, one: [string, string], other: [string, string]]>([
    [
      'figures that the other does not have, on both sides',
      [summary, 'The fund is to provide EUR 127 billion to emerging tech fields in 2025.'],
      ['EU', 'The fund is to provide EUR 128 billion to emerging tech fields in 2025.'],
    ],
    [
      'a denial',
      [summary, 'Latvia has excluded Chinese equipment from its mobile networks.'],
      ['Latvia', 'Latvia has not excluded Chinese equipment from its mobile networks.'],
    ],
    [
      'a common opening and another end',
      [
        summary,
        "With one of Europe's highest manufacturing shares of GDP and among the global top 10 in robot density, there is high interest in engaging with China on technological enhancement and market access.",
      ],
      [
        'Slovenia',
        "With one of Europe's highest manufacturing shares of GDP and among the global top 10 in robot density, Slovenia punches above its weight as a technology producer.",
      ],
    ],
    [
      'two countries of which the same is said',
      ['Latvia', 'Huawei equipment has been excluded from the 5G networks of the country.'],
      ['Estonia', 'Huawei equipment has been excluded from the 5G networks of the country.'],
    ],
  ])('keeps both apart: %s', (_, one, other) => {
    expect(foldRestatements(rank(one, other), false)).toHaveLength(2);
  });
});
