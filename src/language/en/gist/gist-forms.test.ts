import { describe, expect, it } from 'vitest';
import { readGistQuestion } from '../../../answer/gist/gist-question.ts';
import type { Gist } from '../../../core/gist-forms.ts';
import { english } from '../english.ts';

const asked: readonly (readonly [Gist, readonly string[]])[] = [
  [
    'summary',
    [
      'Summarise this report',
      'What is this report about?',
      'Give me an overview',
      'tl;dr',
      'Explain this paper',
      'What is this document?',
    ],
  ],
  [
    'findings',
    [
      'What are the main findings?',
      'Key takeaways',
      'What did the study find?',
      'What is the main argument?',
    ],
  ],
  ['conclusions', ['What does the report conclude?', 'What conclusions do the authors draw?']],
  ['recommendations', ['What does the paper recommend?', 'List the recommendations', 'What should be done?']],
  [
    'purpose',
    ['What is the purpose of this report?', 'Why was it written?', 'What research question does it answer?'],
  ],
  ['problem', ['What problem does the paper address?']],
  ['scope', ['What does this document cover?', 'What does the study leave out?']],
  [
    'audience',
    [
      'Who is this report for?',
      'Who should read it?',
      'Who is the intended audience?',
      'Who is supposed to use it?',
    ],
  ],
  [
    'method',
    ['What methodology was used?', 'How was the study conducted?', 'What data is the report based on?'],
  ],
  ['limits', ['What are the limitations of the study?', 'Are there any caveats?']],
];

describe('questions for the gist', () => {
  it.each(asked)('asks for %s', (gist, questions) => {
    const read = questions.map((question) => readGistQuestion(question, english));
    expect(read.map((one) => one?.form.gist)).toEqual(questions.map(() => gist));
    expect(read.map((one) => [...(one?.topic ?? [])])).toEqual(questions.map(() => []));
  });

  it('names something in any other question', () => {
    const topicOf = (question: string) => [...(readGistQuestion(question, english)?.topic ?? [])];
    expect(topicOf('What did the Swedish government propose?')).toEqual(['swedish', 'government']);
    expect(topicOf('Which limitations of FHIR are found?')).toEqual(['fhir']);
    expect(readGistQuestion('Who owns Nexperia?', english)).toBeUndefined();
    expect(readGistQuestion('How did the ban come about?', english)).toBeUndefined();
  });

  it('ask of a document only where they speak of one', () => {
    const asksOfDocument = (question: string) => readGistQuestion(question, english)?.asksOfDocument;
    expect(asksOfDocument('What does this NIST standard recommend?')).toBe(true);
    expect(asksOfDocument('What do the authors recommend?')).toBe(true);
    expect(asksOfDocument('What standards does NIST recommend?')).toBe(false);
  });
});
