import { describe, expect, it } from 'vitest';
import { closeQuotations } from './close-quotations.ts';

describe('closeQuotations', () => {
  it.each([
    [
      ['“We want jobs.', 'And we want them here.', 'Soon,” he said.', 'He left.'],
      ['“We want jobs.”', '“And we want them here.”', '“Soon,” he said.', 'He left.'],
    ],
    [
      ['He said: "We want jobs.', 'Soon."', '"No" and "yes".'],
      ['He said: "We want jobs."', '"Soon."', '"No" and "yes".'],
    ],
    [
      ['„Wir wollen Arbeit.', 'Bald“, sagt er.'],
      ['„Wir wollen Arbeit.“', '„Bald“, sagt er.'],
    ],
    [
      ['A “word” here.', '“One.”'],
      ['A “word” here.', '“One.”'],
    ],
    [
      ['A 5" pipe.', 'Another one.'],
      ['A 5" pipe.', 'Another one.'],
    ],
    [[], []],
  ])('%j', (sentences, closed) => {
    expect(closeQuotations(sentences)).toEqual(closed);
  });
});
