import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { typeset } from '../../typeset/typeset.ts';
import { evaluateText } from './evaluate-text.ts';
import { formatTextScores, renderTextScores } from './text-scores.ts';

const folder = temporaryFolder('text');

describe('evaluateText', () => {
  it('scores the PDFs that have a truth file, and takes what their reading costs', async () => {
    const { pdf, known } = typeset({
      kind: 'notes at the foot',
      shows: 'two notes',
      title: 'Wells',
      page: [400, 560],
      size: 10,
      content: [
        { heading: 'chapter', text: 'Wells', size: 18 },
        {
          sentences: ['No one knows how many wells there are.{1}', 'The oldest were dug before 1900.{2}'],
          notes: { 1: 'Report on Wells, p. 31.', 2: 'Interview with the owner, 3 March 2024.' },
        },
      ],
    });
    writeFileSync(join(folder, 'wells.pdf'), pdf);
    writeFileSync(join(folder, 'wells.truth.json'), JSON.stringify(known));
    const scores = await evaluateText(folder);
    expect(scores).toEqual([
      {
        document: 'wells',
        pages: 1,
        words: { known: 26, lost: 0, broken: 0 },
        sentences: { known: 2, found: 2, whole: 2, stray: 0 },
        order: { pairs: 1, right: 1 },
        markers: { known: 2, found: 2, right: 2 },
        notes: { known: 2, found: 2, whole: 2 },
        secondsPerPage: expect.any(Number),
        megabytesPerPage: expect.any(Number),
      },
    ]);
    expect(formatTextScores(scores)).toMatch(/wells +26 +\.0000 +\.0000 +2 +1\.0000/);
    expect(renderTextScores(scores)).toContain('| wells | 26 | .0000 | .0000 | 2 | 1.0000 |');
  });
});
