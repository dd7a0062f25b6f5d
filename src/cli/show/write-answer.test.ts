import { describe, expect, it } from 'vitest';
import { sentenceEvents } from '../../answer/announce.ts';
import { comparison, notFound, writtenAnswer } from '../../testing/answers/sample-answers.ts';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import { fakeTerminal } from '../../testing/cli/fake-session.ts';
import type { Answer } from '../../wire/types.ts';
import { showAnswer } from './show-answer.ts';
import { createAnswerWriter } from './write-answer.ts';

const twelve: Answer = {
  ...sampleAnswer,
  resolvedQuestion: 'How many jobs will Bosch cut in Germany?',
  sentences: Array.from({ length: 12 }, (_, index) => ({
    text: `${sampleCitation.quote} (${index})`,
    citations: [index + 1],
    origin: 'written',
    verified: true,
    problems: [],
  })),
  citations: Array.from({ length: 12 }, (_, index) => ({ ...sampleCitation, number: index + 1 })),
  warnings: [{ code: 'premise', message: 'The report may say otherwise.' }],
};

/** What stands on the terminal after each step. */
function write(answer: Answer): string[] {
  const terminal = fakeTerminal();
  const writer = createAnswerWriter(terminal);
  const steps: string[] = [];
  const { resolvedQuestion } = answer;
  writer.onHits({ hits: [], ...(resolvedQuestion !== undefined && { resolvedQuestion }) });
  steps.push(terminal.printed());
  for (const event of sentenceEvents(answer)) {
    writer.onSentence(event);
    steps.push(terminal.printed());
  }
  writer.finish(answer);
  return [...steps, terminal.printed()];
}

describe('an answer on its way to the terminal', () => {
  it.each([
    ['of one sentence', sampleAnswer],
    ['that was a follow-up, of twelve sentences', twelve],
    ['that compares', comparison],
    ['that was not found', notFound],
    ['of a follow-up that was not found', { ...notFound, resolvedQuestion: 'And chips in Germany?' }],
  ])('%s is the same text in the end', (_, answer) => {
    const isBegun = answer === twelve;
    expect(write(answer).at(-1)).toBe(showAnswer(answer, fakeTerminal(), isBegun));
  });

  it('is written sentence by sentence where a model writes, after the resolved question, before warnings', () => {
    const steps = write(twelve);
    expect(steps[0]).toBe('Asked as: How many jobs will Bosch cut in Germany?');
    expect(steps[1]).toMatch(/^Asked as: .*\n\n\[1\] Bosch alone [\s\S]* \(0\)\n? +?\[Germany, p\. 84\]$/);
    expect(steps[2]).toContain('[2] Bosch alone');
    expect(new Set(steps).size).toBe(14);
    expect(steps.at(-1)).toMatch(/\(11\)[\s\S]*\n\nWarning: The report may say otherwise\./);
  });

  it('is written at once where it is quoted, warnings first', () => {
    const { warnings } = twelve;
    const steps = write({ ...sampleAnswer, warnings });
    expect(steps.slice(0, -1).join('')).toBe('');
    expect(steps.at(-1)).toMatch(/^Warning: The report may say otherwise\.\n\n\[1\] Bosch alone/);
  });

  it('waits with a comparison until it is known who is silent', () => {
    expect(write(comparison).slice(0, -1).join('')).toBe('');
  });

  it('is written in full if it differs from what was begun', () => {
    const terminal = fakeTerminal();
    const writer = createAnswerWriter(terminal);
    for (const event of sentenceEvents(twelve)) writer.onSentence(event);
    writer.finish(writtenAnswer);
    expect(terminal.printed()).toContain(`\n\n${showAnswer(writtenAnswer, terminal, true)}`);
  });

  it('ends its line when stopped', () => {
    const terminal = fakeTerminal();
    const writer = createAnswerWriter(terminal);
    writer.stop();
    expect(terminal.printed()).toBe('');
    for (const event of sentenceEvents(twelve)) writer.onSentence(event);
    writer.stop();
    expect(terminal.printed()).toMatch(/\[Germany, p\. 84\]\n$/);
  });
});
