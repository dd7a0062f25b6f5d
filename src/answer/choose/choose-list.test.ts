import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makeCandidate, makePassage } from '../../testing/answers/candidates.ts';
import { sampleGazetteer } from '../../testing/answers/sample-gazetteer.ts';
import { choice } from '../answer-numbers.ts';
import { analyseQuestion } from '../question/question.ts';
import { chooseList, quoteList } from './choose-list.ts';
import type { ReadList } from './printed-lists.ts';

const tenets = makePassage({ id: 'a/1/1', chapter: 'Trust' }, [
  'Zero trust has these tenets:',
  '1. All data sources are resources.',
  'A network may be one.',
  '2. All communication is secured.',
]);
const other = makePassage({ id: 'a/2/1', chapter: 'Trust' }, ['It has been known for long.']);

const at = (index: number) => ({ passage: tenets, index });
const list: ReadList = {
  announcement: at(0),
  items: [[at(1)], [at(3)]],
  answers: 2,
  announces: 1,
  itemsAnswer: 1,
  readings: new Map(),
};
const doubted: ReadList = { ...list, answers: -3, announces: -3, itemsAnswer: -3 };

const tenetsScored = [2, 1, 0, -1].map((score, index) => makeCandidate(tenets, index, score));
const askedOf = (text: string) => analyseQuestion(text, sampleGazetteer(['Trust']), english);
const several = askedOf('What are the tenets of zero trust?');
const one = askedOf('How old is zero trust?');

function quoted(...args: Parameters<typeof chooseList>): string[] | undefined {
  const chosen = chooseList(...args);
  return chosen && quoteList(chosen, tenetsScored, 120).chosen.map(({ sentence }) => sentence.text);
}

const whole = [0, 1, 3].map((index) => tenets.sentences[index]?.text);

describe('chooseList', () => {
  it('quotes what announces a list that answers, and its items, without what is said of these', () => {
    expect(quoted(several, [list], tenetsScored)).toEqual(whole);
  });

  it('quotes none that does not answer, nor one of which the best sentence knows nothing', () => {
    const best = makeCandidate(other, 0, 5);
    expect(quoted(several, [doubted], [best, ...tenetsScored])).toBeUndefined();
    expect(quoted(several, [], tenetsScored)).toBeUndefined();
  });

  it('asks more of a list where one thing is asked for', () => {
    const weak = { ...list, answers: 0.5, announces: -1, itemsAnswer: -1 };
    expect(quoted(several, [weak], tenetsScored)).toEqual(whole);
    expect(quoted(one, [weak], tenetsScored)).toBeUndefined();
    expect(quoted(one, [list], tenetsScored)).toEqual(whole);
  });

  it('takes the list that the best sentence announces, or that holds most of the best', () => {
    expect(quoted(several, [doubted], tenetsScored)).toEqual(whole);
    const [announcement, first, , second] = tenetsScored;
    const items = [first, second, announcement].flatMap((each) => each ?? []);
    expect(quoted(several, [doubted], items)).toEqual(whole);
    expect(quoted(one, [doubted], tenetsScored)).toBeUndefined();
  });

  it('yields to a sentence that answers far better', () => {
    const answers = list.answers + choice.printedLists.lead + 1;
    const best = makeCandidate(other, 0, 5, { answers });
    expect(quoted(several, [list], [best, ...tenetsScored])).toBeUndefined();
    const alike = makeCandidate(other, 0, 5, { answers: list.answers });
    expect(quoted(several, [list], [alike, ...tenetsScored])).toEqual(whole);
  });

  it('says how much of a list is quoted where it does not fit', () => {
    const cut = quoteList(list, tenetsScored, 6);
    expect(cut.chosen.map(({ sentence }) => sentence.text)).toEqual(whole.slice(0, 2));
    expect(cut.items?.map(({ sentence }) => sentence.text)).toEqual(whole.slice(1, 2));
    expect(cut.warning).toEqual({
      code: 'list-cut',
      message: 'The list has 2 items; the first is quoted.',
    });
    expect(quoteList(list, tenetsScored, 120).warning).toBeUndefined();
  });
});
