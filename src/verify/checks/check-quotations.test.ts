import { describe, expect, it } from 'vitest';
import type { SourceText } from '../verification.ts';
import { checkSentence } from './check-sentence.ts';

const latvia: SourceText = {
  chapter: 'Latvia',
  subjects: ['China'],
  text: 'MGI Latvia was registered in October 2017 as a subsidiary of MGI Tech Co., itself then a subsidiary of BGI (Beijing Genomics Institute) Group. The Latvian Investment and Development Agency celebrated the initial €20 million investment as a “success story.”',
};

/** Kinds of the certain problems, then of the doubts in brackets. */
function kindsOf(sentence: string, source: SourceText): string[] {
  return checkSentence(sentence, [source]).map(({ kind, isCertain }) => (isCertain ? kind : `(${kind})`));
}

describe('quotations', () => {
  it('pass under other marks', () => {
    expect(kindsOf("The agency spoke of a 'success story'.", latvia)).toEqual([]);
  });

  it('are refused where a word is another', () => {
    expect(kindsOf('The agency spoke of a “great success story”.', latvia)).toEqual(['quotation']);
  });
});
