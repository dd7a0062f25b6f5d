import { describe, expect, it } from 'vitest';
import { makeCandidate, makePassage } from '../../testing/answers/candidates.ts';
import { quoteCorrection } from './quote-correction.ts';

const estonia = makePassage({ id: 'r/9/31', chapter: 'Estonia', page: 61 }, [
  'As of 2024, over 50% of solar parks use Huawei inverters.',
  'In December 2025, the Commission identified solar inverters as a high-risk dependency.',
]);
const grid = makePassage({ id: 'r/9/32', chapter: 'Estonia', page: 61 }, [
  "Unlike in 5G, Huawei inverters have not (yet) been banned from Estonia's electricity network.",
  'This could be explained by EU China-policy.',
]);
const parks = makeCandidate(estonia, 0, 2);
const doctrine = makeCandidate(estonia, 1, 1);
const denial = makeCandidate(grid, 0, 0.5);
const reason = makeCandidate(grid, 1, 0.2);
const candidates = [parks, doctrine, denial, reason];
const warning = { code: 'premise', message: 'It says otherwise.' };

describe('quoteCorrection', () => {
  it('lets a flagged correction lead, chosen before or not', () => {
    const lead = { candidate: denial, warning };
    expect(quoteCorrection([parks, doctrine], lead, candidates, 120)).toEqual([denial, parks, doctrine]);
    expect(quoteCorrection([parks, doctrine, denial], lead, candidates, 120)).toEqual([
      denial,
      parks,
      doctrine,
    ]);
  });

  it('puts before it the sentence that it points back to', () => {
    const lead = { candidate: reason, warning };
    expect(quoteCorrection([parks], lead, candidates, 120)).toEqual([denial, reason, parks]);
  });

  it('leaves out the weakest of the chosen where the words run out', () => {
    const lead = { candidate: denial, warning };
    expect(quoteCorrection([parks, doctrine], lead, candidates, 26)).toEqual([denial, parks]);
  });

  it('takes one that is not flagged in beside the best, in reading order', () => {
    expect(quoteCorrection([parks, doctrine], { candidate: denial }, candidates, 26)).toEqual([
      parks,
      denial,
    ]);
    expect(quoteCorrection([parks, doctrine], { candidate: doctrine }, candidates, 120)).toEqual([
      parks,
      doctrine,
    ]);
  });

  it('never lets one that is not flagged push out the best', () => {
    expect(quoteCorrection([parks], { candidate: denial }, candidates, 20)).toEqual([parks]);
  });

  it('takes one that is not flagged in among as many words as were chosen', () => {
    const chosen = [parks, doctrine, reason];
    expect(quoteCorrection(chosen, { candidate: denial }, candidates, 20)).toEqual([parks, denial]);
  });

  it('quotes none that is not flagged and only announces another', () => {
    const opposed = makePassage({ id: 'r/9/40', chapter: 'Estonia' }, ['The minister opposed this:']);
    const announcing = { candidate: makeCandidate(opposed, 0, 0.4) };
    expect(quoteCorrection([parks], announcing, [parks, announcing.candidate], 120)).toEqual([parks]);
  });

  it('leads with the restatement that was chosen for it', () => {
    const restated = { ...parks, restatements: [denial] };
    expect(quoteCorrection([doctrine, restated], { candidate: denial, warning }, candidates, 120)).toEqual([
      restated,
      doctrine,
    ]);
  });
});
