import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makeCandidate as candidate, makePassage } from '../../testing/answers/candidates.ts';
import { sampleGazetteer } from '../../testing/answers/sample-gazetteer.ts';
import { choice } from '../answer-numbers.ts';
import { analyseQuestion } from '../question/question.ts';
import { type Candidate, chooseSentences, limitsFor } from './select.ts';

const passage = (id: string, texts: string[]) =>
  makePassage({ id, chapter: 'Netherlands', page: 138 }, texts);

const nexperia = passage('r/18/26', [
  'Former Dutch Minister Vincent Karremans seized control of the company.',
  'He cited management shortcomings and transfer of crucial technology to China.',
  'The intervention caused a diplomatic conflict between China and the Netherlands.',
]);
const summary = passage('r/3/20', [
  'Former Dutch Minister Vincent Karremans seized control of the company.',
  'Chips became scarce.',
]);

const texts = (chosen: Candidate[]) => chosen.map((one) => one.sentence.text);
const limits = { maxWords: 120, maxSentences: 4, maxGap: 4 };

describe('chooseSentences', () => {
  it('brings the predecessor of a sentence that points back, in reading order', () => {
    const candidates = [candidate(nexperia, 1, 2), candidate(nexperia, 0, -1.5), candidate(nexperia, 2, -5)];
    expect(texts(chooseSentences(candidates, limits))).toEqual(
      nexperia.sentences.slice(0, 2).map((one) => one.text),
    );
  });

  it('quotes a short note behind its sentence, and a longer one alone', () => {
    const text = makePassage({ id: 'r/18/27', chapter: 'Netherlands', noteIds: ['r/18/n4'] }, [
      'Most citizens mistrust the firm.',
    ]);
    const noteOf = (words: string) =>
      makePassage({ id: 'r/18/40', chapter: 'Netherlands', kind: 'note', noteIds: ['r/18/n4'] }, [words]);
    const remark = noteOf('59 % of these citizens.');
    const says = noteOf('Of the citizens who were asked in May, 59 % said that they mistrust it.');
    const chosenOf = (note: typeof text) =>
      texts(chooseSentences([candidate(note, 0, 2), candidate(text, 0, -5)], limits));
    expect(chosenOf(remark)).toEqual([text.text, remark.text]);
    expect(chosenOf(says)).toEqual([says.text]);
    const both = [candidate(says, 0, 2), candidate(nexperia, 0, 1), candidate(text, 0, 0)];
    expect(texts(chooseSentences(both, limits))).toEqual([text.text, says.text, nexperia.sentences[0]?.text]);
  });

  it('brings to a short answer what takes it back', () => {
    const zeman = passage('r/7/2', [
      'Investments worth EUR 9.5 billion were promised.',
      'In practice, only a small fraction of these investments materialised.',
      'The company later collapsed.',
    ]);
    const candidates = [candidate(zeman, 0, 2), candidate(zeman, 1, -5), candidate(zeman, 2, -5)];
    expect(texts(chooseSentences(candidates, limits))).toEqual(
      zeman.sentences.slice(0, 2).map((one) => one.text),
    );
    expect(texts(chooseSentences(candidates, { ...limits, maxWords: 12 }))).toEqual([
      zeman.sentences[0]?.text,
    ]);
  });

  it('brings the other items of an enumeration that fit, before what scores better', () => {
    const reasons = passage('r/7/4', [
      'The first reason is cost.',
      'The plant was dear.',
      'The second reason is distance.',
    ]);
    const candidates = [candidate(reasons, 0, 2), candidate(nexperia, 0, 1), candidate(reasons, 2, -5)];
    const most = { ...limits, maxWords: 16 };
    const [first, , second] = reasons.sentences.map((one) => one.text);
    expect(texts(chooseSentences(candidates, { ...most, takesItems: true }))).toEqual([first, second]);
    expect(texts(chooseSentences(candidates, most))).toEqual([first, nexperia.sentences[0]?.text]);
  });

  it('takes the same sentence once, even from two passages', () => {
    const candidates = [candidate(nexperia, 0, 2), candidate(summary, 0, 1.9)];
    expect(chooseSentences(candidates, limits)).toHaveLength(1);
  });

  it('leaves out what is too far below the best', () => {
    const candidates = [candidate(nexperia, 0, 2), candidate(summary, 1, -2.1)];
    expect(texts(chooseSentences(candidates, limits))).toEqual([nexperia.sentences[0]?.text]);
  });

  it('keeps to the word limit, but never comes back empty', () => {
    const candidates = [candidate(nexperia, 0, 2), candidate(nexperia, 2, 1.5), candidate(summary, 1, 1)];
    expect(texts(chooseSentences(candidates, { ...limits, maxWords: 14 }))).toEqual([
      nexperia.sentences[0]?.text,
      'Chips became scarce.',
    ]);
    expect(chooseSentences(candidates, { ...limits, maxWords: 3 })).toHaveLength(1);
  });

  it('puts the passage of the best sentence first, then follows the document', () => {
    const later = passage('r/18/100', ['Later words of the chapter stand here.']);
    const candidates = [candidate(nexperia, 0, 2), candidate(later, 0, 1.8), candidate(summary, 1, 1.5)];
    expect(chooseSentences(candidates, limits).map((one) => one.passage.id)).toEqual([
      'r/18/26',
      'r/3/20',
      'r/18/100',
    ]);
  });

  it('brings what a sentence announces, or leaves the announcement out', () => {
    const strategy = passage('r/17/9', [
      'The strategy explicitly stated that:',
      'China seeks to gain advantages by investment.',
    ]);
    const both = [candidate(strategy, 0, 2), candidate(strategy, 1, -9)];
    expect(texts(chooseSentences(both, limits))).toEqual(strategy.sentences.map((one) => one.text));
    expect(texts(chooseSentences([candidate(nexperia, 0, 3), candidate(strategy, 0, 2)], limits))).toEqual([
      nexperia.sentences[0]?.text,
    ]);
  });

  it('chooses nothing from nothing', () => {
    expect(chooseSentences([], limits)).toEqual([]);
  });
});

describe('limitsFor', () => {
  const gapFor = (text: string) =>
    limitsFor(analyseQuestion(text, sampleGazetteer(['Germany']), english), 120).maxGap;

  it('keeps answers that stand in one sentence short, unless a second question follows', () => {
    expect(gapFor('How many industry jobs did Germany lose?')).toBe(choice.maxTypedGap);
    expect(gapFor('How many industry jobs did Germany lose, and is China the cause?')).toBe(choice.maxGap);
    expect(gapFor('How many jobs and plants did Germany lose?')).toBe(choice.maxTypedGap);
  });
});
