import { describe, expect, it } from 'vitest';
import { english } from '../language/en/english.ts';
import { separateWholes } from './separate-wholes.ts';

const separate = (text: string) =>
  separateWholes({ text, language: english, namedChapters: [], documents: [] });

describe('questions for a document as a whole that are asked at once', () => {
  it.each([
    ['What is this report about and who wrote it?', ['What is this report about', 'who wrote it']],
    [
      'What is this document and who is supposed to use it?',
      ['What is this document', 'who is supposed to use it'],
    ],
    [
      'What does the study recommend? How long is it? When did the pilot in Dalby begin and who paid for it?',
      [
        'What does the study recommend',
        'How long is it',
        'When did the pilot in Dalby begin',
        'who paid for it, When did the pilot in Dalby begin',
      ],
    ],
  ])('are asked one by one: %s', (text, questions) => {
    expect(separate(text)).toEqual(questions);
  });

  it('are none where what is asked first is anything else, which the others then speak of', () => {
    expect(separate('Which statute was the first to speak of privacy, and from what year is it?')).toEqual(
      [],
    );
    expect(separate('What is this report about?')).toEqual([]);
  });
});
