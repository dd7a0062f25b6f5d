import { describe, expect, it } from 'vitest';
import { sampleChanges } from '../../testing/assistant/fake-assistant.ts';
import { colored, plain } from '../../testing/cli/fake-session.ts';
import { showChanges } from './show-changes.ts';

const screen = { width: 80, paint: plain };

describe('verse compare', () => {
  it('gives the figures first, then each change below its chapter with the pages of both', () => {
    expect(showChanges(sampleChanges, screen, false)).toMatchInlineSnapshot(`
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
    const shown = showChanges(sampleChanges, { width: 80, paint: colored }, false);
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
    const apart = showChanges({ ...sampleChanges, counts, chapters, groups: [] }, screen, false);
    expect(apart.split('\n').slice(1)).toEqual([
      '0 sentences the same, 1 added, 2 removed.',
      'Nothing is the same: these may be two reports rather than two editions of one.',
      '',
    ]);
    const part = showChanges({ ...sampleChanges, counts, groups: [] }, screen, true);
    expect(part).not.toMatch(/two reports|Malta/);
    const same = { ...counts, body: { ...none, same: 1 } };
    const alike = showChanges({ ...sampleChanges, counts: same, chapters, groups: [] }, screen, false);
    expect(alike.split('\n').slice(1)).toEqual(['1 sentence the same, none changed.', '']);
  });

  it('names no more than twelve chapters, and counts the others', () => {
    const added = Array.from({ length: 14 }, (_, index) => `Annex ${index + 1}`);
    const chapters = { added, removed: [], renamed: [] };
    expect(showChanges({ ...sampleChanges, chapters }, screen, false).replace(/\s+/g, ' ')).toContain(
      'Annex 11; Annex 12; 2 others.',
    );
  });
});
