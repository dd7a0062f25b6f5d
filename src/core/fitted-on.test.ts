import { describe, expect, it } from 'vitest';
import { VerseError } from './errors.ts';
import { checkFittedOn, fittedOnSchema } from './fitted-on.ts';

const shipped = 'chapter-and-verse/encoder-small@3d79285a';
const ranking = { file: 'src/search/ranking.json', part: 'ranking', fittedOn: [shipped] };

function refusal(run: () => void): VerseError {
  try {
    run();
  } catch (error) {
    if (error instanceof VerseError) return error;
  }
  throw new Error('Nothing was refused.');
}

describe('numbers that were fitted on a network', () => {
  it('are taken beside it, in whatever order several are named', () => {
    checkFittedOn(ranking, [shipped]);
    checkFittedOn({ ...ranking, fittedOn: ['a@00000000', 'b@00000001'] }, ['b@00000001', 'a@00000000']);
  });

  it('are refused beside another, with the command that fits them anew', () => {
    const { code, sentence } = refusal(() => {
      checkFittedOn(ranking, ['chapter-and-verse/encoder-small@6c9c6101']);
    });
    expect(code).toBe('other-network');
    expect(sentence).toBe(
      'src/search/ranking.json: its numbers were fitted on chapter-and-verse/encoder-small@3d79285a, and here is ' +
        'chapter-and-verse/encoder-small@6c9c6101. Fit them anew with `npm run tune -- --only ranking`, or restore ' +
        'the network with `git checkout models`.',
    );
  });

  it('are refused where one of the networks that they weigh is not named', () => {
    const { sentence } = refusal(() => {
      checkFittedOn(ranking, [shipped, 'chapter-and-verse/cloze-small@f27fb445']);
    });
    expect(sentence).toContain(
      'and here is chapter-and-verse/cloze-small@f27fb445 and chapter-and-verse/encoder-small@3d79285a.',
    );
  });

  it('name a folder and eight digits, and at least one', () => {
    expect(fittedOnSchema.safeParse([shipped]).success).toBe(true);
    expect(fittedOnSchema.safeParse([]).success).toBe(false);
    expect(fittedOnSchema.safeParse(['chapter-and-verse/encoder-small']).success).toBe(false);
  });
});
