import { describe, expect, it } from 'vitest';
import { languageCalled } from '../../language/choose-language.ts';
import { english } from '../../language/en/english.ts';
import { readSmallTalk, tellSmallTalk } from './small-talk.ts';

describe('what asks nothing of the documents', () => {
  it.each([
    ['hello', 'greeting'],
    ['Hi there', 'greeting'],
    ['Good morning! How are you today?', 'greeting'],
    ['hey, could you help me with something?', 'greeting'],
    ['Thanks!', 'thanks'],
    ['ok, thank you very much', 'thanks'],
    ['great, thanks, that is very helpful', 'thanks'],
    ['thank you, bye', 'farewell'],
    ['Goodbye', 'farewell'],
    ['OK, I see', 'agreement'],
    ['What can you do?', 'abilities'],
    ['what kind of questions can I ask', 'abilities'],
    ['how does this work?', 'abilities'],
    ['can you give me some example questions?', 'abilities'],
    ['hiya', 'greeting'],
    ['tnx', 'thanks'],
    ['gotta run, bye', 'farewell'],
    ['fair enough', 'agreement'],
    ['Sure', 'agreement'],
  ])('%j is known as such', (said, kind) => {
    expect(readSmallTalk(said, english)).toBe(kind);
  });

  it.each([
    'Thanks to whom was it built?',
    'Sure?',
    'What are the limits of the study?',
    'Good day trips in Latvia',
    'okra exports',
    'What can Lithuania do about inverters?',
    'hi, how many jobs will Bosch cut?',
    'How does this work in Sweden?',
  ])('%j asks something', (asked) => {
    expect(readSmallTalk(asked, english)).toBeUndefined();
  });

  it('is not known in a language without such forms', () => {
    expect(readSmallTalk('hello', languageCalled('nl'))).toBeUndefined();
  });
});

describe('the reply', () => {
  const report = { id: 'etnc', title: 'Fragmented Europe: How the EU sees China', year: 2026 };
  const annex = { id: 'annex', title: 'Annex' };

  it('names the one document, or how many there are', () => {
    const text = (documents: Parameters<typeof tellSmallTalk>[1]) =>
      tellSmallTalk('greeting', documents)
        .sentences.map((sentence) => sentence.text)
        .join(' ');
    expect(text([report])).toBe(
      'Hello. Ask about “Fragmented Europe: How the EU sees China (2026)”: answers are quoted, each sentence with its chapter and page.',
    );
    expect(text([report, annex])).toContain('Ask about 2 reports:');
  });

  it('is said by the program and cites nothing', () => {
    expect(tellSmallTalk('thanks', [report])).toEqual({
      sentences: [{ text: 'You are welcome.', citations: [], origin: 'said', verified: true, problems: [] }],
      citations: [],
    });
  });
});
