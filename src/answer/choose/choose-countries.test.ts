import { describe, expect, it } from 'vitest';
import type { Passage } from '../../core/types.ts';
import { makeCandidate, makePassage } from '../../testing/answers/candidates.ts';
import { estonia, germany, sweden } from '../../testing/answers/country-passages.ts';
import { type CountryChoice, chooseByCountry } from './choose-countries.ts';

const italy = makePassage({ id: 'r/15/2', chapter: 'Italy' }, [
  "Against this backdrop, Italy's Ministry of Foreign Affairs and International Cooperation (MAECI) led a working group with institutions and private players to enhance the international competitiveness of the national biotechnology industry – including the biopharma sector – between 2024 and 2025.",
  "The Italian biopharma sector is one of the most dynamic in the country's stagnating industrial landscape, accounting in 2025 for US$ 15 billion in revenue, and employing 29,000 people in 178 companies.",
]);
const ireland = makePassage({ id: 'r/14/5', chapter: 'Ireland' }, [
  'Ireland is home to 90 pharmaceutical companies, employing around 50,000 people of which 30,000 are employed by US companies.',
  'Ireland is a leading actor in pharmaceutical manufacturing and plays a significant role in biotech and the wider life science sector with Ireland being the world’s third-largest exporter of pharmaceuticals.',
]);

/** A sentence that meets the question's words. */
const near = (passage: Passage, index: number, score: number) =>
  makeCandidate(passage, index, score, { windowCoverage: 0.7 });
/** One that does not. */
const far = (passage: Passage, index: number, score: number) =>
  makeCandidate(passage, index, score, { windowCoverage: 0.4 });

const textsOf = (groups: readonly CountryChoice[]) =>
  groups.map(({ label, chosen }) => [label, ...chosen.map((one) => one.sentence.text.slice(0, 24))]);

describe('chooseByCountry', () => {
  it('leaves the words that a short clear answer does not need to the country that needs them', () => {
    // The best Italian sentence has 39 words and the one that answers 32: 60 words for each country would cut it.
    const groups = chooseByCountry(
      new Map([
        ['Italy', [near(italy, 0, -0.3), near(italy, 1, -0.7)]],
        ['Ireland', [near(ireland, 0, 2.5), near(ireland, 1, -3)]],
      ]),
      60,
      0.7,
    );
    expect(textsOf(groups)).toEqual([
      ['Italy', 'Against this backdrop, I', 'The Italian biopharma se'],
      ['Ireland', 'Ireland is home to 90 ph'],
    ]);
  });

  it('gives every country its first sentence before any has a second', () => {
    const groups = chooseByCountry(
      new Map([
        ['Sweden', [near(sweden, 0, 3), near(sweden, 1, 2.9)]],
        ['Estonia', [near(estonia, 0, -4)]],
      ]),
      15,
      0.7,
    );
    expect(textsOf(groups)).toEqual([
      ['Sweden', 'Following this decision,'],
      ['Estonia', 'Huawei has been banned f'],
    ]);
  });

  it('prefers of two equal sentences the shorter', () => {
    const groups = chooseByCountry(new Map([['Italy', [near(italy, 0, 0), near(italy, 1, 0)]]]), 40, 0.7);
    expect(textsOf(groups)).toEqual([['Italy', 'The Italian biopharma se']]);
  });

  it('gives none to a country whose chapter does not speak of the matter, however its best sentence scores', () => {
    const groups = chooseByCountry(
      new Map([
        ['Sweden', [near(sweden, 0, 1)]],
        ['Germany', [far(germany, 0, 1)]],
        ['Malta', []],
      ]),
      60,
      0.7,
    );
    expect(groups.map(({ label, chosen }) => [label, chosen.length])).toEqual([
      ['Sweden', 1],
      ['Germany', 0],
      ['Malta', 0],
    ]);
  });

  it('hears a chapter that meets rare words nearly as well as any does', () => {
    const meets = makeCandidate(germany, 0, 1, { windowCoverage: 0.4 });
    const countOf = (anywhere: number) =>
      chooseByCountry(new Map([['Germany', [meets]]]), 60, anywhere)[0]?.chosen.length;
    expect([0.55, 0.7].map(countOf)).toEqual([1, 0]);
  });

  it('does not deal out the words of a country that has nothing to say', () => {
    const groups = chooseByCountry(
      new Map([
        ['Italy', [near(italy, 0, -0.3), near(italy, 1, -0.7)]],
        ['Malta', []],
      ]),
      60,
      0.7,
    );
    expect(groups[0]?.chosen).toHaveLength(1);
  });

  it('brings the sentence that one points back at', () => {
    const study = makePassage({ id: 'r/17/4', chapter: 'Netherlands' }, [
      'A 2025 study showed that there were approximately 500 ties between Dutch universities and Chinese entities.',
      "The study assesses half of these collaborations as posing 'high' or 'very high' risks.",
    ]);
    const [group] = chooseByCountry(
      new Map([['Netherlands', [near(study, 1, 2), near(study, 0, -5)]]]),
      60,
      0.7,
    );
    expect(group?.chosen.map((one) => one.index)).toEqual([0, 1]);
  });

  it('quotes a sentence over the cap rather than call an answer not stated', () => {
    const [group] = chooseByCountry(new Map([['Italy', [near(italy, 0, 1)]]]), 20, 0.7);
    expect(group?.chosen).toHaveLength(1);
  });
});
