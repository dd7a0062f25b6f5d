import { describe, expect, it } from 'vitest';
import { sampleCitation } from '../testing/assistant/fake-assistant.ts';
import type { AnswerSentence } from '../wire/types.ts';
import { announceSentences, sentenceEvents } from './announce.ts';

const quoted = (text: string, ...citations: number[]): AnswerSentence => ({
  text,
  citations,
  origin: 'quoted',
  verified: true,
  problems: [],
});
const cut = quoted('Bosch is cutting jobs.', 1, 2);
const ban = quoted('Sweden banned Huawei.', 3);
const citations = [1, 2, 3].map((number) => ({ ...sampleCitation, number }));

describe('sentenceEvents', () => {
  it('gives each sentence its own citations', () => {
    const events = sentenceEvents({ sentences: [cut, ban], citations });
    expect(events.map((event) => event.citations.map(({ number }) => number))).toEqual([[1, 2], [3]]);
    expect(events.map(({ sentence }) => sentence)).toEqual([cut, ban]);
    expect(events[0]).not.toHaveProperty('group');
  });

  it('names the group of each sentence of a comparison', () => {
    const groups = [
      { label: 'Sweden', sentences: [1] },
      { label: 'Germany', sentences: [0] },
    ];
    const events = sentenceEvents({ sentences: [cut, ban], citations, groups });
    expect(events.map(({ group }) => group)).toEqual(['Germany', 'Sweden']);
  });

  it('marks those that stand around what answers', () => {
    const events = sentenceEvents({ sentences: [cut, ban], citations, lead: [0] });
    expect(events.map(({ around }) => around)).toEqual([undefined, true]);
  });

  it('leaves out what is not verified', () => {
    const written = {
      ...cut,
      origin: 'written' as const,
      verified: false,
      problems: ['20,000 is not there'],
    };
    expect(sentenceEvents({ sentences: [written, ban], citations }).map(({ sentence }) => sentence)).toEqual([
      ban,
    ]);
  });
});

describe('announceSentences', () => {
  it('waits for each before the next, and stops when nobody waits', async () => {
    const asking = new AbortController();
    const heard: string[] = [];
    const announcing = announceSentences(
      { sentences: [cut, ban], citations },
      async ({ sentence }) => {
        await Promise.resolve();
        heard.push(sentence.text);
        asking.abort(new Error('gone'));
      },
      asking.signal,
    );
    await expect(announcing).rejects.toThrow('gone');
    expect(heard).toEqual([cut.text]);
  });
});
