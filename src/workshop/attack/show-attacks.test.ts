import { describe, expect, it } from 'vitest';
import { VerseError } from '../../core/errors.ts';
import { attackFamilies } from './families.ts';
import { type AttackFamily, type AttackRow, countHeld } from './family.ts';
import { familyNames } from './family-names.ts';
import { findFamilies, requireHeld, runAttacks } from './run-attacks.ts';
import { showAttacks, updateReliability } from './show-attacks.ts';

function family(name: string, rows: AttackRow[]): AttackFamily {
  return {
    name,
    title: `Attacks on the ${name}`,
    about: `Held: the ${name} stands.`,
    attack: async () => rows,
  };
}

const settings = { config: undefined as never, seed: 1 };
const door = family('door', [
  countHeld('pushed', 'it is locked', [null, null]),
  countHeld('kicked', 'it is thick', [null, 'kick 2: it fell', 'kick 3: it fell']),
]);

describe('the attacks', () => {
  it('are those that the command line names', () => {
    expect(attackFamilies.map(({ name }) => name)).toEqual(familyNames);
  });

  it('are counted, and shown with the first that was not held', async () => {
    expect(showAttacks(await runAttacks([door], settings))).toMatchInlineSnapshot(`
      "Attacks on the door  tried  held
      pushed                   2     2
      kicked                   3     1
        not held: kick 2: it fell
      "
    `);
  });

  it('fail as a whole where one is not held', async () => {
    const results = await runAttacks([door], settings);
    expect(() => requireHeld(results)).toThrow(new VerseError('threshold-missed', '2 of 5 were not held.'));
    expect(() => requireHeld([])).not.toThrow();
  });

  it('are made by name, or all of them; an unknown name is refused', () => {
    const known = [door, family('wall', [])];
    expect(findFamilies([], known)).toEqual(known);
    expect(findFamilies(['wall'], known)).toEqual(known.slice(1));
    expect(() => findFamilies(['roof'], known)).toThrow('There are no attacks called roof.');
  });
});

describe('docs/reliability.md', () => {
  it('gets a section for each family, in place of its earlier one, and keeps the others', async () => {
    const wall = family('wall', [countHeld('a | sign', 'none', [null])]);
    const first = updateReliability('', await runAttacks([door, wall], settings));
    const mended = family('door', [countHeld('pushed', 'it is locked', [null])]);
    const page = updateReliability(first, await runAttacks([mended], settings));
    expect(page.slice(page.indexOf('## '))).toMatchInlineSnapshot(`
      "## Attacks on the door

      \`npm run attack -- door --out docs/reliability.md\`

      Held: the door stands.

      | attack | tried | held | |
      | --- | ---: | ---: | --- |
      | pushed | 1 | 1 | it is locked |

      ## Attacks on the wall

      \`npm run attack -- wall --out docs/reliability.md\`

      Held: the wall stands.

      | attack | tried | held | |
      | --- | ---: | ---: | --- |
      | a \\| sign | 1 | 1 | none |
      "
    `);
    expect(page).toMatch(/^# What was tried against it\n/);
    expect(updateReliability(page, [])).toBe(page);
  });
});
