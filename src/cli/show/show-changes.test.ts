import { describe, expect, it } from 'vitest';
import { sampleChanges } from '../../testing/assistant/fake-assistant.ts';
import { colored, plain } from '../../testing/cli/fake-session.ts';
import { showChanges } from './show-changes.ts';

const screen = { width: 80, paint: plain };

describe('verse compare', () => {
  it('gives the figures first, then each change below its chapter with the pages of both', () => {
    expect(showChanges(sampleChanges, screen, 'all')).toMatchInlineSnapshot(`
      "Fragmented Europe (2025), 181 pages → Fragmented Europe (2026), 194 pages
      1,412 sentences the same (3 in another order), 1 changed, 2 added, 1 removed, 1
      moved.
      Tables: 38 rows the same, 1 changed.
      Notes: 590 notes the same, none changed.
      Chapters added: Malta.
      Chapters removed: Cyprus.
      Chapters renamed: Czech Republic → Czechia.

      Germany
        changed, joined, p. 84 (was pp. 82–83)
          Bosch alone is cutting [-18,000-]{+more than 20,000+} jobs[-.-]{+, and+} it
            blames demand for German cars.
        row changed, p. 85 (was p. 83)
          Exports | [-104-]{+98+}

      Cyprus (removed)
        removed (was p. 40)
          Cyprus has no strategy on China.

      Malta (added)
        added, p. 141
          Malta has no strategy on China.
          Its port has been partly Chinese since 2008.
        moved, p. 142 (was Italy, p. 99)
          Both joined the Belt and Road Initiative.
      "
    `);
  });

  it('marks the words by colours where there are any', () => {
    const shown = showChanges(sampleChanges, { width: 80, paint: colored }, 'all');
    expect(shown).not.toMatch(/\[-|\{\+/);
    const cut = colored(['red', 'strikethrough'], '18,000');
    const grown = colored(['green', 'underline'], '20,000');
    expect(shown).toContain(cut);
    expect(shown).toContain(grown);
  });

  it('says that two reports have nothing in common, and that two editions do not differ', () => {
    const none = { same: 0, reordered: 0, changed: 0, added: 0, removed: 0, moved: 0 };
    const counts = { body: { ...none, added: 1, removed: 2 }, table: none, note: none };
    const chapters = { added: [], removed: [], renamed: [] };
    const apart = showChanges({ ...sampleChanges, counts, chapters, groups: [] }, screen, 'all');
    expect(apart.split('\n').slice(1)).toEqual([
      'Nothing of the shorter one is in the other: these may be two reports rather than',
      'two editions of one.',
      '0 sentences the same, 1 added, 2 removed.',
      '',
    ]);
    const part = showChanges({ ...sampleChanges, counts, groups: [] }, screen, 'part');
    expect(part).not.toMatch(/two reports|Malta/);
    const same = { ...counts, body: { ...none, same: 1 } };
    const alike = showChanges({ ...sampleChanges, counts: same, chapters, groups: [] }, screen, 'all');
    expect(alike.split('\n').slice(1)).toEqual([
      'No sentence differs.',
      '1 sentence the same, none changed.',
      '',
    ]);
    const row = showChanges(
      { ...sampleChanges, counts: { ...same, table: { ...none, changed: 1 } }, chapters, groups: [] },
      screen,
      'all',
    );
    expect(row).not.toContain('No sentence differs.');
  });

  it('says of one document that it is compared with itself', () => {
    const shown = showChanges({ ...sampleChanges, after: sampleChanges.before }, screen, 'all');
    expect(shown.split('\n')[1]).toBe('Both are the same document.');
  });

  it.each([
    [0, 'Nothing'],
    [1, 'Less than 1 %'],
    [99, 'Only 9 %'],
    [112, undefined],
  ])('takes two reports with %i of 1,000 sentences in common for unlike where few are', (same, share) => {
    const none = { same: 0, reordered: 0, changed: 0, added: 0, removed: 0, moved: 0 };
    const counts = { body: { ...none, same, added: 1000 - same, removed: 4000 }, table: none, note: none };
    const shown = showChanges({ ...sampleChanges, counts }, { ...screen, width: 200 }, 'all');
    const sentence =
      'of the shorter one is in the other: these may be two reports rather than two editions of one.';
    expect(shown.split('\n').find((line) => line.endsWith(sentence))).toBe(
      share === undefined ? undefined : `${share} ${sentence}`,
    );
  });

  it('has a line for each chapter in a summary, no more than 24, and says how to see all', () => {
    const [germany, cyprus, malta] = sampleChanges.groups;
    const shown = showChanges(sampleChanges, screen, 'summary');
    expect(shown.slice(shown.indexOf('\n\n'))).toBe(
      [
        ...['', '', '  Germany: 2 changed', '  Cyprus: 1 removed', '  Malta: 2 added, 1 moved'],
        ...['', '--all lists each of them.', ''],
      ].join('\n'),
    );
    expect(shown).not.toContain('Chapters added');
    const groups = Array.from({ length: 10 }, () => [germany, cyprus, malta])
      .flat()
      .filter((group) => group !== undefined);
    expect(showChanges({ ...sampleChanges, groups }, screen, 'summary')).toContain('… and 6 chapters more');
  });

  it('names no more than twelve chapters, and counts the others', () => {
    const added = Array.from({ length: 14 }, (_, index) => `Annex ${index + 1}`);
    const chapters = { added, removed: [], renamed: [] };
    expect(showChanges({ ...sampleChanges, chapters }, screen, 'all').replace(/\s+/g, ' ')).toContain(
      'Annex 11; Annex 12; 2 others.',
    );
  });
});
