/** Holds the rules to their first duty: what can be understood by itself is not changed, whatever was asked before. */

import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Gazetteer, readGazetteer } from '../answer/question/gazetteer.ts';
import { english } from '../language/en/english.ts';
import { openReportIndex } from '../testing/assistant/report-index.ts';
import { type EvalQuestion, readEvalFile } from '../workshop/evaluate/questions/eval-format.ts';
import { evalSplits } from '../workshop/evaluate/questions/eval-kinds.ts';
import { resolveFollowUp } from './resolve-follow-up.ts';

const file = fileURLToPath(new URL('../../evals/fragmented-europe.jsonl', import.meta.url));
let questions: EvalQuestion[] = [];
let gazetteer: Gazetteer;
beforeAll(async () => {
  questions = await readEvalFile(file);
  const store = await openReportIndex();
  gazetteer = await readGazetteer(store);
  await store.close();
});

/** Strides through the file that meet no question with itself. */
const strides = [1, 37, 211];

describe.each(evalSplits)('the questions of the %s split', (split) => {
  it('stay as they are after any other turn, 99 of 100 and more', () => {
    const turns = questions.map(({ question, standalone, answer = '' }) => ({
      question: standalone ?? question,
      answer,
    }));
    const asked = questions.flatMap(({ split: own, question, standalone }, index) =>
      own === split ? [{ question: standalone ?? question, index }] : [],
    );
    const changed = strides.flatMap((stride) =>
      asked.filter(({ question, index }) => {
        const before = turns[(index + stride) % turns.length];
        const resolved = before && resolveFollowUp(question, [before], gazetteer, english);
        return resolved != null && resolved.orAlone === undefined;
      }),
    );
    expect(asked.length).toBeGreaterThan(300);
    expect(changed.length / (asked.length * strides.length)).toBeLessThan(0.01);
  });
});

describe('the follow-ups of the file', () => {
  it('are known as such after their own history, nine of ten', () => {
    const followUps = questions.filter(({ kind }) => kind === 'follow-up');
    const known = followUps.filter(
      ({ question, history = [] }) => resolveFollowUp(question, history, gazetteer, english) !== null,
    );
    expect(known.length / followUps.length).toBeGreaterThan(0.85);
  });
});
