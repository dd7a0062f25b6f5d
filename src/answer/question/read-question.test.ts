import { describe, expect, it } from 'vitest';
import { makePassage } from '../../testing/candidates.ts';
import { readQuestion } from './read-question.ts';
import { createSpelling } from './spelling.ts';

const passage = makePassage({ id: 'r/1/1', chapter: 'Germany' }, [
  'The dialogue on chips with Germany ended; the ministry wants to start another dialogue.',
]);
const spelling = createSpelling([passage], (word) => ['the', 'did', 'when', 'end'].includes(word));

describe('readQuestion', () => {
  it('reads a question in another language in English words and says so', () => {
    const { text, warnings } = readQuestion('wann endete der dialoge mit deutschland?', spelling);
    expect(text).toBe('when endete dialoge Germany?');
    expect(warnings).toEqual([
      {
        code: 'language',
        message:
          'The question looks German; the report is in English. Answered best effort by names, numbers and common words: asked in English, it may find more.',
      },
    ]);
  });

  it('mends typos of English questions only', () => {
    expect(readQuestion('When did the dialoge end?', spelling)).toMatchObject({
      text: 'When did the dialogue end?',
      warnings: [{ code: 'spelling' }],
    });
  });
});
