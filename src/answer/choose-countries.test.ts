import { describe, expect, it } from 'vitest';
import { makeCandidate, makePassage } from '../testing/candidates.ts';
import { chooseByCountry, chooseSweep } from './choose-countries.ts';

const sweden = makePassage({ id: 'r/25/9', chapter: 'Sweden' }, [
  'Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020.',
  'Following this decision, Ericsson reported a sharp drop in revenue in the Chinese market.',
]);
const estonia = makePassage({ id: 'r/9/4', chapter: 'Estonia' }, [
  'Huawei has been banned from 5G infrastructure.',
]);
const germany = makePassage({ id: 'r/12/3', chapter: 'Germany' }, [
  'German companies took the ambitions seriously.',
]);

describe('chooseByCountry', () => {
  it('gives each country its own sentences, and none to one that the report does not speak of', () => {
    const groups = chooseByCountry(
      new Map([
        ['Sweden', [makeCandidate(sweden, 0, 1), makeCandidate(sweden, 1, -1)]],
        ['Germany', [makeCandidate(germany, 0, -6)]],
      ]),
      60,
    );
    expect(groups.map(({ label, chosen }) => [label, chosen.length])).toEqual([
      ['Sweden', 2],
      ['Germany', 0],
    ]);
  });

  it('keeps each country to its share of words', () => {
    const [group] = chooseByCountry(
      new Map([['Sweden', [makeCandidate(sweden, 0, 1), makeCandidate(sweden, 1, 0)]]]),
      20,
    );
    expect(group?.chosen).toHaveLength(1);
  });

  it('knows a country without any passage', () => {
    expect(chooseByCountry(new Map([['Malta', []]]), 60)).toEqual([{ label: 'Malta', chosen: [] }]);
  });
});

describe('chooseSweep', () => {
  it('takes the best sentence of each chapter that comes near the best, best first', () => {
    const candidates = [
      makeCandidate(sweden, 0, 1),
      makeCandidate(sweden, 1, 0.9),
      makeCandidate(estonia, 0, -2),
      makeCandidate(germany, 0, -9),
    ];
    expect(chooseSweep(candidates, 60).map((one) => one.passage.chapter)).toEqual(['Sweden', 'Estonia']);
  });
});
