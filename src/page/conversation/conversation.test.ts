import { describe, expect, it } from 'vitest';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import type { SentenceEvent } from '../../wire/types.ts';
import type { Asked } from '../address.ts';
import type { PartialAnswer } from '../nouns.ts';
import {
  addSentence,
  type Conversation,
  emptyConversation,
  findAnswered,
  packTurns,
  reduceConversation,
  startTurn,
  unpackTurns,
} from './conversation.ts';
import { historyOf } from './history.ts';

/** Asks and has it answered, as a follow-up where it is resolved. */
function askOn(conversation: Conversation, asked: Asked, resolvedQuestion?: string): Conversation {
  const turn = startTurn(conversation.turns, asked);
  const answer = {
    ...sampleAnswer,
    question: asked.question,
    ...(resolvedQuestion !== undefined && { resolvedQuestion }),
  };
  return reduceConversation(reduceConversation(conversation, { type: 'ask', turn }), {
    type: 'outcome',
    key: turn.key,
    outcome: { state: 'answered', answer },
  });
}

const ask = (question: string, more: Partial<Asked> = {}): Asked => ({
  question,
  scope: {},
  mode: 'extract',
  ...more,
});
const following = (question: string) => ({ history: [{ question, answer: '' }] });

describe('a conversation', () => {
  it('has one turn for a question asked twice, and another for another chapter or manner', () => {
    let conversation = emptyConversation;
    for (const asked of [
      ask('Jobs?'),
      ask('Jobs?'),
      ask('Jobs?', { scope: { chapters: ['Germany'] } }),
      ask('Jobs?', { mode: 'generate' }),
      ask('Jobs?', following('Sweden?')),
    ]) {
      conversation = askOn(conversation, asked);
    }
    expect(conversation.turns.map(({ scope, mode }) => [scope.chapters, mode])).toEqual([
      [undefined, 'extract'],
      [['Germany'], 'extract'],
      [undefined, 'generate'],
    ]);
  });

  it('has two for one follow-up after two questions', () => {
    let conversation = askOn(
      emptyConversation,
      ask('And in Poland?', following('5G in Sweden?')),
      '5G in Poland?',
    );
    conversation = askOn(
      conversation,
      ask('And in Poland?', following('Chips in Italy?')),
      'Chips in Poland?',
    );
    conversation = askOn(
      conversation,
      ask('And in Poland?', following('Chips in Italy?')),
      'Chips in Poland?',
    );
    expect(conversation.turns).toHaveLength(2);
    expect(findAnswered(conversation.turns, ask('5G in Poland?'))).toBe(conversation.turns[0]);
    expect(findAnswered(conversation.turns, ask('Chips in Poland?'))).toBe(conversation.turns[1]);
    expect(findAnswered(conversation.turns, ask('And in Poland?'))).toBe(undefined);
  });

  it('sends on what was answered up to the turn on show, five turns at most, each in full', () => {
    let conversation = askOn(emptyConversation, ask('Q1'));
    for (const number of [2, 3, 4, 5, 6, 7]) {
      conversation = askOn(conversation, ask(`Q${number}`), number === 4 ? 'Q4 in full' : undefined);
    }
    const { turns, current } = conversation;
    expect(historyOf(turns, current).map(({ question }) => question)).toEqual([
      'Q3',
      'Q4 in full',
      'Q5',
      'Q6',
      'Q7',
    ]);
    expect(historyOf(turns, turns[1]?.key ?? '').map(({ question }) => question)).toEqual(['Q1', 'Q2']);
    expect(historyOf(turns, null)).toEqual([]);
  });

  it('is kept with its answers; what is not answered or not readable is left out', () => {
    const { turns } = askOn(emptyConversation, ask('Jobs?'));
    const asking = startTurn(turns, ask('Chips?'));
    expect(unpackTurns(packTurns([...turns, asking]))).toEqual(turns);
    expect(unpackTurns(null)).toEqual([]);
    expect(unpackTurns('{')).toEqual([]);
  });
});

describe('addSentence', () => {
  const [sentence] = sampleAnswer.sentences;
  if (sentence === undefined) throw new Error('The sample has a sentence.');
  const event = (group?: string): SentenceEvent => ({
    sentence,
    citations: [sampleCitation],
    ...(group !== undefined && { group }),
  });
  const none: PartialAnswer = { sentences: [], citations: [] };

  it('keeps a citation once that two sentences stand on', () => {
    const partial = addSentence(addSentence(none, event()), event());
    expect(partial.sentences).toHaveLength(2);
    expect(partial.citations).toEqual([sampleCitation]);
  });

  it('knows which sentences answer as soon as one comes that does not', () => {
    const [sentence] = sampleAnswer.sentences;
    if (sentence === undefined) throw new Error('The sample has a sentence.');
    const begun = addSentence({ sentences: [], citations: [] }, { sentence, citations: [] });
    expect(begun.lead).toBeUndefined();
    const around = addSentence(begun, { sentence, citations: [], around: true });
    expect(addSentence(around, { sentence, citations: [], around: true }).lead).toEqual([0]);
  });

  it('puts the sentences of a comparison into the rows of their groups', () => {
    const partial = ['Germany', 'Italy', 'Germany'].reduce(
      (sum: PartialAnswer, group) => addSentence(sum, event(group)),
      none,
    );
    expect(partial.groups).toEqual([
      { label: 'Germany', sentences: [0, 2] },
      { label: 'Italy', sentences: [1] },
    ]);
  });
});
