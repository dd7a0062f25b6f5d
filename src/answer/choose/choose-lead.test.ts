import { describe, expect, it } from 'vitest';
import { makeCandidate as candidate, makePassage } from '../../testing/answers/candidates.ts';
import { chooseLead, leadFirst } from './choose-lead.ts';

const germany = makePassage({ id: 'r/9/1', chapter: 'Germany' }, [
  'In 2025, around 120,000 industry jobs were lost in Germany.',
  'Bosch alone has announced cutting more than 20,000 jobs.',
  'This comes on top of the cuts at ZF.',
  'Germany’s exports to China decreased by 9.7%.',
]);
const [lost, bosch, cuts, exports] = [0, 1, 2, 3].map((index) =>
  candidate(germany, index, [5, 1, 4, 2][index] ?? 0),
);
const texts = (lead: ReturnType<typeof chooseLead>) => lead?.map(({ sentence }) => sentence.text.slice(0, 5));
const all = [lost, bosch, cuts, exports].flatMap((one) => one ?? []);

describe('chooseLead', () => {
  it('gives the two best in reading order', () => {
    const some = all.filter((one) => one !== cuts);
    expect(texts(chooseLead(some, []))).toEqual(['In 20', 'Germa']);
  });

  it('gives what the best points back to before it', () => {
    const best = all.map((one) => (one === cuts ? { ...one, score: 9 } : one));
    expect(texts(chooseLead(best, []))).toEqual(['Bosch', 'This ']);
  });

  it('gives the best of each thing that is asked, however many these are', () => {
    const parts = [bosch, exports].map((one) => (one === undefined ? [] : [one]));
    const some = all.filter((one) => one !== cuts);
    expect(texts(chooseLead(some, parts))).toBeUndefined();
    expect(texts(chooseLead(all, parts))).toEqual(['In 20', 'Bosch', 'Germa']);
  });

  it('gives what has to lead, whatever its score', () => {
    expect(texts(chooseLead(all, [], bosch))).toEqual(['In 20', 'Bosch']);
  });

  it('gives nothing where all lead', () => {
    expect(chooseLead(all.slice(0, 2), [])).toBeUndefined();
  });
});

describe('leadFirst', () => {
  it('puts what leads before the others, each in reading order', () => {
    const parts = [bosch, exports].map((one) => (one === undefined ? [] : [one]));
    const { chosen, lead } = leadFirst(all, parts);
    expect(texts(chosen)).toEqual(['In 20', 'Bosch', 'Germa', 'This ']);
    expect(texts([...(lead ?? [])])).toEqual(['In 20', 'Bosch', 'Germa']);
  });
});
