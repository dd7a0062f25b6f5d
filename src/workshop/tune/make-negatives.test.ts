import { describe, expect, it } from 'vitest';
import { analyseQuestion } from '../../answer/question/question.ts';
import { english } from '../../language/en/english.ts';
import { makeFeatures, makePassage } from '../../testing/answers/candidates.ts';
import { sampleGazetteer } from '../../testing/answers/sample-gazetteer.ts';
import type { EvalQuestion } from '../evaluate/questions/eval-format.ts';
import { askElsewhere, withoutEvidence } from './make-negatives.ts';

const question: EvalQuestion = {
  id: 'swe-01',
  split: 'dev',
  kind: 'answerable',
  chapters: ['Sweden'],
  type: 'factoid',
  question: 'Which companies did Sweden ban, and what did Swedish courts say?',
  facts: [['Huawei']],
  evidence: ['adopted an explicit ban'],
  pages: [182],
};
const chapters = ['EU', 'Executive Summary', 'Germany', 'Sweden'];

describe('askElsewhere', () => {
  it('asks the same of another country, its people included, and expects no answer', () => {
    expect(askElsewhere(question, chapters)).toEqual([
      expect.objectContaining({
        id: 'swe-01@Germany',
        kind: 'near-miss',
        question: 'Which companies did Germany ban, and what did German courts say?',
        facts: [],
        evidence: [],
      }),
    ]);
  });

  it('makes none where the question does not name its country, or several are asked about', () => {
    expect(askElsewhere({ ...question, question: 'Which companies were banned?' }, chapters)).toEqual([]);
    expect(askElsewhere({ ...question, chapters: ['Sweden', 'Germany'] }, chapters)).toEqual([]);
    expect(askElsewhere({ ...question, kind: 'near-miss' }, chapters)).toEqual([]);
  });
});

describe('withoutEvidence', () => {
  it('removes whole passages with evidence or a fact, and those behind them', () => {
    const holding = makePassage({ id: 'a/1/9', chapter: 'Sweden' }, [
      'It adopted an explicit ban.',
      'It was early.',
    ]);
    const behind = makePassage({ id: 'a/1/10', chapter: 'Sweden' }, ['Others followed.']);
    const other = makePassage({ id: 'a/2/10', chapter: 'Sweden' }, ['Sweden trades with China.']);
    const sentences = [holding, behind, other].flatMap((passage) =>
      passage.sentences.map((sentence, index) => ({
        passage,
        language: english,
        index,
        sentence,
        features: makeFeatures(),
        isEvidence: sentence.text.includes('ban'),
        holdsFact: false,
      })),
    );
    const analysis = analyseQuestion(question.question, sampleGazetteer(chapters), english);
    const labelled = {
      question,
      report: 'own',
      absentNames: [],
      analysis,
      sentences,
      topic: null,
      elsewhere: [],
    };
    expect(withoutEvidence(labelled).sentences.map(({ passage }) => passage.id)).toEqual(['a/2/10']);
  });
});
