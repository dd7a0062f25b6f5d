import { describe, expect, it } from 'vitest';
import { fakeAssistant, sampleAnswer, sampleCitation } from '../../../testing/assistant/fake-assistant.ts';
import type { Answer, AskRequest } from '../../../wire/types.ts';
import { holdsChats, parseChats } from './chat-format.ts';
import { formatChats, renderChats } from './chat-table.ts';
import { holdChats, meets } from './hold-chats.ts';

const jobs = {
  question: 'How many jobs does Bosch cut?',
  expect: 'answer',
  evidence: ['Bosch alone'],
  pages: [84],
};
const line = {
  id: 'chat-1',
  split: 'dev',
  document: 'report.pdf',
  turns: [
    jobs,
    {
      question: 'and why?',
      standalone: 'Why does Bosch cut jobs?',
      expect: 'answer',
      evidence: ['Bosch alone'],
    },
    { question: 'thanks', expect: 'thanks' },
  ],
};
const chats = parseChats(JSON.stringify(line), 'chats.jsonl');
const refusal: Answer = { ...sampleAnswer, status: 'not-found', sentences: [], citations: [], nearest: [] };
const said: Answer = { ...sampleAnswer, citations: [] };

/** Knows the follow-up in full only. */
async function answer({ question }: AskRequest): Promise<Answer> {
  if (question === 'thanks') return said;
  return question === 'and why?' ? { ...refusal, resolvedQuestion: 'Why?' } : sampleAnswer;
}

describe('a file of conversations', () => {
  it('is known by its turns, and refused with the line and the field that is wrong', () => {
    expect(holdsChats(JSON.stringify(line))).toBe(true);
    expect(holdsChats('{"id": "a", "question": "Who?"}')).toBe(false);
    expect(() => parseChats('\n{"id": "a", "document": "x.pdf", "turns": []}', 'chats.jsonl')).toThrow(
      /^chats\.jsonl, line 2: turns: /,
    );
    expect(() => parseChats('{', 'chats.jsonl')).toThrow('chats.jsonl, line 1: not JSON');
  });
});

describe('holding a conversation', () => {
  it('asks each turn after those before it as they were understood, and questions in full', async () => {
    const assistant = fakeAssistant({ ask: answer });
    const results = await holdChats(assistant, chats);
    const first = { question: jobs.question, answer: sampleAnswer.answer };
    expect(assistant.calls.map(([, request]) => request)).toEqual([
      { question: jobs.question, history: [] },
      { question: jobs.question },
      { question: 'and why?', history: [first] },
      { question: 'Why does Bosch cut jobs?' },
      { question: 'thanks', history: [first, { question: 'Why?', answer: refusal.answer }] },
    ]);
    expect(results.map(({ isRight, isRightInFull }) => [isRight, isRightInFull])).toEqual([
      [true, true],
      [false, true],
      [true, null],
    ]);
    expect(formatChats(results)).toContain('those right in full, in their conversation');
    expect(renderChats(results)).toContain('1 scripted conversations of 3 turns');
    expect(renderChats([])).toBe('');
  });
});

describe('what meets a turn', () => {
  const turn = (expected: string, rest = {}) =>
    parseChats(JSON.stringify({ ...line, turns: [{ question: 'x', expect: expected, ...rest }] }), 'x')[0]
      ?.turns[0] ?? expect.fail('no turn');

  it('is a quotation of it, a refusal, a page, a note’s page, or no quotation at all', () => {
    expect(meets(sampleAnswer, turn('answer', { evidence: ['Bosch alone'] }))).toBe(true);
    expect(meets(sampleAnswer, turn('answer', { evidence: ['Siemens'] }))).toBe(false);
    expect(meets(refusal, turn('refused'))).toBe(true);
    expect(meets(sampleAnswer, turn('refused'))).toBe(false);
    expect(meets(sampleAnswer, turn('page', { pages: sampleCitation.pages }))).toBe(true);
    expect(meets(sampleAnswer, turn('page', { pages: [1] }))).toBe(false);
    const notes = [{ label: '1', text: 'x', urls: [], page: 91, boxes: [] }];
    const noted = { ...sampleAnswer, citations: [{ ...sampleCitation, notes }] };
    expect(meets(noted, turn('source', { pages: [91] }))).toBe(true);
    expect(meets(said, turn('greeting'))).toBe(true);
    expect(meets(sampleAnswer, turn('greeting'))).toBe(false);
    expect(meets(refusal, turn('greeting'))).toBe(false);
  });
});
