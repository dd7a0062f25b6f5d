import { describe, expect, it } from 'vitest';
import { fakeAssistant, sampleAnswer, sampleCitation } from '../../../testing/assistant/fake-assistant.ts';
import type { Answer, AskRequest } from '../../../wire/types.ts';
import { parseEvalLines } from '../questions/eval-format.ts';
import { askConversations, findFollowUps } from './ask-conversations.ts';
import { conversationTables, formatConversations, renderConversations } from './conversation-table.ts';

const followUp = {
  id: 'c-01',
  split: 'dev',
  kind: 'follow-up',
  chapters: ['Germany'],
  type: 'how much',
  history: [
    { question: 'Is Bosch in trouble?', answer: 'Yes.' },
    { question: 'Does it cut jobs?', answer: 'Yes, in its automotive division.' },
  ],
  question: 'How many?',
  standalone: 'How many jobs does Bosch cut?',
  facts: [['20,000']],
};
const single = { id: 'g-01', kind: 'answerable', question: 'Who cuts jobs?', facts: [['Bosch']] };
const questions = parseEvalLines([followUp, single].map((one) => JSON.stringify(one)).join('\n'), 'x');

const nothing: Answer = {
  ...sampleAnswer,
  status: 'not-found',
  sentences: [],
  citations: [],
  nearest: [{ ...sampleCitation, chapter: 'Belgium', why: 'names jobs' }],
};

/** Finds the answer in full and with the turns that people wrote, and not after its own. */
async function answer({ question, history = [] }: AskRequest): Promise<Answer> {
  if (question === followUp.standalone) return sampleAnswer;
  const isTold = history.at(-1)?.answer === 'Yes, in its automotive division.';
  return isTold ? { ...sampleAnswer, resolvedQuestion: followUp.standalone } : nothing;
}

describe('findFollowUps', () => {
  it('takes the follow-ups that have a history, of the split asked for', () => {
    expect(findFollowUps(questions).map(({ id }) => id)).toEqual(['c-01']);
    expect(() => findFollowUps(questions, 'test')).toThrow(
      'None of the 2 questions is a follow-up with a history of split test.',
    );
  });
});

describe('askConversations', () => {
  it('asks each follow-up in every manner; its own turns one after the other', async () => {
    const assistant = fakeAssistant({ ask: answer });
    const [result] = await askConversations(assistant, findFollowUps(questions));
    expect(assistant.calls.map(([, request]) => request)).toEqual([
      { question: 'Is Bosch in trouble?', history: [] },
      {
        question: 'Does it cut jobs?',
        history: [{ question: 'Is Bosch in trouble?', answer: nothing.answer }],
      },
      { question: followUp.standalone },
      { question: 'How many?', history: followUp.history },
      {
        question: 'How many?',
        history: [
          { question: 'Is Bosch in trouble?', answer: nothing.answer },
          { question: 'Does it cut jobs?', answer: nothing.answer },
        ],
      },
      { question: 'How many?' },
      { question: followUp.standalone, history: followUp.history },
    ]);
    expect(result).toMatchObject({
      staysAlone: true,
      outcomes: {
        'in full': { hasFacts: true, isInChapter: true, resolvedQuestion: null },
        'after the answers of the file': { hasFacts: true, resolvedQuestion: followUp.standalone },
        'after own answers': { hasFacts: false, isInChapter: false },
        'without history': { hasFacts: false },
      },
    });
  });
});

describe('the tables of conversations', () => {
  it('compare each way of asking with the full question, and name what was lost', async () => {
    const results = await askConversations(fakeAssistant({ ask: answer }), findFollowUps(questions));
    const [facts, chapters, understood, types] = conversationTables(results);
    expect(facts?.map(([label, share]) => [label, share])).toEqual([
      ['dev: all facts in the answer', 'share'],
      ['in full', '1.000'],
      ['after the answers of the file', '1.000'],
      ['after own answers', '.000'],
      ['without history', '.000'],
    ]);
    expect(chapters?.[3]?.slice(0, 2)).toEqual(['after own answers', '.000']);
    expect(understood?.map(([, share]) => share)).toEqual(['share', '1.000', '1.000']);
    expect(types?.[1]).toEqual(['how much', '1.000', '1.000', '.000', '.000', '1']);
    expect(formatConversations(results)).toContain('Lost on the way: none\n');
    const page = renderConversations(results, 'AMD EPYC (avx2)');
    expect(page).toContain('| after own answers | .000 |');
    expect(page).toContain('\nComputed on AMD EPYC (avx2).\n');
    const lost = results.map((result) => ({
      ...result,
      outcomes: {
        ...result.outcomes,
        'after the answers of the file': result.outcomes['without history'],
      },
    }));
    expect(formatConversations(lost)).toContain('Lost on the way: c-01\n');
  });
});
