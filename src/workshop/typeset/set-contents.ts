/** Sets the contents: parts and chapters with their pages, long titles wrapped before the number. */
import { widthOf } from './helvetica.ts';
import { lineHeight } from './page-filler.ts';
import type { ContentsEntry, Press } from './press.ts';
import { breakLines, type Look, setLine, toWords } from './set-lines.ts';

/** Points between a title and its number, around leaders, and below an entry. */
const numberGap = 30;
const leaderGap = 4;
const entryGap = 5;

export function setContents(
  { design, filler }: Press,
  entries: readonly ContentsEntry[],
  { contents, leaders }: { contents: 1 | 2; leaders?: true },
): void {
  const { size, numbers } = design;
  filler.setColumns(contents);
  for (const { heading, text, page } of entries) {
    if (typeof heading === 'number') continue;
    const look: Look = { size, ...(heading === 'part' && { face: 'bold' }) };
    let [x, y] = [0, 0];
    for (const line of breakLines(toWords([text]), filler.measure() - numberGap, look)) {
      y = filler.down(lineHeight(size));
      const runs = setLine(line, filler.left(), y, null, look);
      filler.add(...runs);
      x = filler.left() + widthOf(runs.map((run) => run.text).join(''), size, look.face) + leaderGap;
    }
    const number = String(page + (numbers?.first ?? 1) - 1);
    const end = filler.left() + filler.measure() - widthOf(number, size);
    const dots = leaders ? Math.floor((end - x - leaderGap) / widthOf('.', size)) : 0;
    if (dots > 0) filler.add({ text: '.'.repeat(dots), x, y, size, face: 'regular' });
    filler.add({ text: number, x: end, y, size, face: 'regular' });
    filler.down(entryGap);
  }
  filler.setColumns(1);
}
