import { describe, expect, it } from 'vitest';
import type { TextRun } from '../../core/document-reader.ts';
import { makePage, makeRun } from '../../testing/documents/text-runs.ts';
import { formLines } from './lines.ts';

/** Runs side by side: body text as it is, [text, ems above the baseline] in small type, [text, ems, true] above the one before. */
function set(...parts: (string | [text: string, above: number, isStacked?: true])[]): TextRun[] {
  let x = 60;
  let before = x;
  return parts.map((part) => {
    const [text, above, isStacked] = typeof part === 'string' ? [part, 0] : part;
    const size = above === 0 ? 10 : 7;
    const run = makeRun(text, { x: isStacked ? before : x, y: 700 + 10 * above, size });
    before = run.x;
    x = Math.max(x, run.x + run.width);
    return run;
  });
}

function read(...parts: Parameters<typeof set>) {
  const [lines = []] = formLines([makePage(set(...parts))]);
  return lines.map(({ text, markers }) => [text, ...markers.flatMap(({ labels }) => labels)]);
}

describe('exponents and indices', () => {
  it('stay in their line, powers of ten as raised figures', () => {
    expect(read('a mass of 5 × 10', ['12', 0.4], ' M', ['⊙', -0.2], ' and more')).toEqual([
      ['a mass of 5 × 10¹² M⊙ and more'],
    ]);
    expect(read('of 10', ['6', 0.4], ' K')).toEqual([['of 10⁶ K']]);
    expect(read('a rate of 0.02 yr', ['−1', 0.4], ' in all')).toEqual([['a rate of 0.02 yr⁻¹ in all']]);
    expect(read('a rate of 0.02 yr', ['−', 0.4], ['1', 0.4], ' in all')).toEqual([
      ['a rate of 0.02 yr⁻¹ in all'],
    ]);
    expect(read('injects CO', ['2', -0.2], ' into wells')).toEqual([['injects CO2 into wells']]);
    expect(read('the share f', ['b', -0.2], ' of all')).toEqual([['the share fb of all']]);
  });

  it('may be stacked', () => {
    expect(read('a mass M', ['vir', -0.2], ['−3', 0.4, true], ' and more')).toEqual([
      ['a mass Mvir⁻³ and more'],
    ]);
  });

  it('are no numbers of notes, which are raised behind words and other figures', () => {
    expect(read('a claim', ['12', 0.4], ' and more')).toEqual([['a claim and more', '12']]);
    expect(read('in 2010', ['7', 0.4], ' and more')).toEqual([['in 2010 and more', '7']]);
  });

  it('are no small text that stands apart, or far off the line', () => {
    expect(read('A title', ['  note', -0.2])).toHaveLength(2);
    expect(read('A title', ['sub', -0.9])).toHaveLength(2);
  });
});
