import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makeCandidate, makePassage } from '../../testing/answers/candidates.ts';
import { sampleGazetteer } from '../../testing/answers/sample-gazetteer.ts';
import type { Candidate } from '../choose/candidate.ts';
import { analyseQuestion } from '../question/question.ts';
import type { PremiseFeatures, PremiseInput } from './features.ts';
import { findCorrection, readPremises } from './premise.ts';
import type { PremiseModel } from './premise-model.ts';

const gazetteer = sampleGazetteer(['Romania', 'Sweden', 'Spain', 'Italy', 'Germany']);
const analyse = (text: string) => analyseQuestion(text, gazetteer, english);

/** A sentence of a chapter, alone in its passage. */
function sentence(chapter: string, text: string, score = 1): Candidate {
  return makeCandidate(makePassage({ id: `r/${chapter}/${text.length}`, chapter }, [text]), 0, score);
}
const measure = (question: string, ...candidates: Candidate[]): PremiseFeatures | undefined =>
  readPremises(analyse(question), candidates)[0]?.features;

const strategy = sentence(
  'Romania',
  'The recent Romanian National Defence Strategy does not directly mention China as a vulnerability or threat.',
);
const asked = "Why did Romania's National Defence Strategy single out China as a threat?";

describe('what is measured of a premise', () => {
  it('is a denial near the words asked, unless the question denies too', () => {
    expect(measure(asked, strategy)).toMatchObject({ denial: 1, questionNegated: 0 });
    const far = sentence(
      'Romania',
      'The National Defence Strategy sees a threat; the ministers of that time did not speak.',
    );
    const reach = (one: Candidate) => measure(asked, one)?.denialReach ?? 0;
    expect(reach(strategy)).toBeGreaterThan(reach(far));
    expect(measure('Why does the strategy not mention China?', strategy)).toMatchObject({
      denial: 0,
      denialReach: 0,
      questionNegated: 1,
    });
  });

  it('is a word that takes the other side of one asked, and no word that is asked itself', () => {
    const vehicles = sentence('Romania', 'The numbers of Chinese vehicles sold in Romania almost tripled.');
    expect(
      measure('Why did sales of Chinese vehicles slump in Romania?', vehicles)?.opposite,
    ).toBeGreaterThan(0);
    expect(
      measure('Why did the numbers of vehicles in Romania triple after a slump?', vehicles)?.opposite,
    ).toBe(0);
  });

  it('is a vote for what the question has against', () => {
    const vote = sentence('Italy', 'Italy voted in favour of the introduction of duties on Chinese EVs.');
    expect(measure('Why did Italy vote against the duties?', vote)?.voteSide).toBe(1);
    expect(measure('Why did Italy vote in favour of the duties?', vote)?.voteSide).toBe(0);
  });

  it('is another figure, year, name or country in the place of the one asked', () => {
    const phones = sentence('Spain', 'There, Xiaomi holds over 30% of the smartphone market.');
    expect(
      measure('How did phones of Oppo get 50% of the smartphone market in Spain?', phones),
    ).toMatchObject({
      figureSwapped: 1,
      nameSwapped: 1,
    });
    expect(
      measure('How did phones of Xiaomi get 30% of the smartphone market in Spain?', phones),
    ).toMatchObject({
      figureSwapped: 0,
    });
    const powers = sentence('Italy', '5G was included in the special powers of Italy in 2019.');
    expect(measure('Why did Italy include 5G in its powers in 2012?', powers)?.yearSwapped).toBe(1);
    const factory = sentence('Italy', 'The group chose Poland to produce the small electric car.');
    expect(measure('Why did the group choose Hungary for its small car?', factory)?.countrySwapped).toBe(1);
  });

  it('is nothing where the question asks whether, asks for a source, or compares', () => {
    expect(measure('Does the strategy mention China as a threat?', strategy)).toBeUndefined();
    expect(measure('Which source does the report cite for the strategy?', strategy)).toBeUndefined();
    expect(measure('How do Romania and Spain differ on the strategy?', strategy)).toBeUndefined();
  });

  it('knows what another sentence affirms', () => {
    const affirming = sentence(
      'Romania',
      'The National Defence Strategy singles out China as a threat.',
      0.5,
    );
    expect(measure(asked, strategy)?.affirmedElsewhere).toBe(0);
    expect(measure(asked, strategy, affirming)?.affirmedElsewhere).toBeGreaterThan(0.5);
  });
});

/** A model of the inputs given, each weighing 1, that flags from 1 and quotes from .3 on. */
function modelOf(...inputs: PremiseInput[]): PremiseModel {
  return {
    card: { about: '', fittedBy: '', data: '', scores: {} },
    weights: { bias: 0, weights: Object.fromEntries(inputs.map((input) => [input, 1])) },
    flagFrom: 1,
    quoteFrom: 0.3,
  };
}

describe('findCorrection', () => {
  it('names the words by which the report says otherwise', () => {
    const found = findCorrection(analyse(asked), [strategy], modelOf('denial'));
    expect(found).toEqual({
      candidate: strategy,
      warning: {
        code: 'premise',
        message:
          'The report may say otherwise than the question takes for granted: it says “not directly mention China”.',
      },
    });
  });

  it('names the word of the question and the one that is opposed to it', () => {
    const sweden = sentence('Sweden', 'Ericsson reported a sharp drop in revenue in the Chinese market.');
    const question = "Why did Ericsson's revenue grow in the Chinese market after Sweden decided on 5G?";
    const found = findCorrection(analyse(question), [sweden], { ...modelOf('opposite'), flagFrom: 0.4 });
    expect(found?.warning?.message).toBe(
      'The report may say otherwise than the question takes for granted: it says “drop in revenue in the Chinese”, the question “grow”.',
    );
  });

  it('names the figure and the year', () => {
    const powers = sentence('Italy', '5G was included in the special powers of Italy in 2019.');
    const found = findCorrection(
      analyse('Why did Italy include 5G in its special powers in 2012?'),
      [powers],
      modelOf('yearSwapped'),
    );
    expect(found?.warning?.message).toBe(
      'The report may say otherwise than the question takes for granted: it has 2019, not 2012.',
    );
  });

  it('takes the sentence that denies most, whatever its rank; quotes one in doubt without a warning', () => {
    const other = sentence('Romania', 'The National Defence Strategy was adopted last year.', 2);
    expect(findCorrection(analyse(asked), [other, strategy], modelOf('denial'))?.candidate).toBe(strategy);
    const doubtful = { ...modelOf('denial'), flagFrom: 2 };
    expect(findCorrection(analyse(asked), [other, strategy], doubtful)).toEqual({ candidate: strategy });
  });

  it('finds none where nothing is likely enough, and none where there is no sentence', () => {
    expect(
      findCorrection(analyse(asked), [strategy], { ...modelOf('denial'), quoteFrom: 3 }),
    ).toBeUndefined();
    expect(findCorrection(analyse(asked), [])).toBeUndefined();
  });
});
