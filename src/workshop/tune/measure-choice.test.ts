import { describe, expect, it } from 'vitest';
import { choice } from '../../answer/answer-numbers.ts';
import type { LabelledQuestion } from './labelled.ts';
import { averageChoice, formatGaps, splitByChapter } from './measure-choice.ts';

function asked(id: string, chapters: string[]): LabelledQuestion {
  return { question: { id, chapters }, sentences: [] } as unknown as LabelledQuestion;
}

describe('splitByChapter', () => {
  const chapters = Array.from({ length: 9 }, (_, index) => `Chapter ${index}`);
  const questions = [
    ...chapters.flatMap((name) => [asked(`${name} a`, [name]), asked(`${name} b`, [name])]),
    asked('none a', []),
    asked('none b', []),
  ];
  const folds = splitByChapter(questions);

  it('leaves every question out once', () => {
    const out = folds.flatMap((fold) => fold.out.map(({ question }) => question.id));
    expect(out.sort()).toEqual(questions.map(({ question }) => question.id).sort());
  });

  it('has no chapter on both sides', () => {
    for (const { training, out } of folds) {
      const fitted = new Set(training.flatMap(({ question }) => question.chapters));
      expect(out.flatMap(({ question }) => question.chapters).filter((name) => fitted.has(name))).toEqual([]);
      expect(training.length + out.length).toBe(questions.length);
    }
  });
});

it('averages facts held and words', () => {
  expect(
    averageChoice([
      { holdsAll: true, words: 40 },
      { holdsAll: false, words: 80 },
    ]),
  ).toEqual({
    facts: 0.5,
    words: 60,
  });
});

it('marks the gaps that are in force', () => {
  const rows = formatGaps([
    { kind: 'typed', gap: choice.maxTypedGap, facts: 0.9, words: 60 },
    { kind: 'other', gap: choice.maxTypedGap, facts: 0.8, words: 80.4 },
    { kind: 'other', gap: choice.maxGap, facts: 0.85, words: 99 },
  ]).split('\n');
  const typedGap = String(choice.maxTypedGap).padStart(3);
  expect(rows[1]).toBe(`  typed  ${typedGap}  0.900 in  60 words  *`);
  expect(rows[2]).toBe(`  other  ${typedGap}  0.800 in  80 words`);
  expect(rows[3]).toMatch(/99 words {2}\*$/);
});
