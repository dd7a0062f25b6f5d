import { describe, expect, it } from 'vitest';
import type { IngestedDocument } from '../core/types.ts';
import { findDesign, readDesign, replacePieces, replaceWords } from '../testing/documents/read-design.ts';
import { editionChangesSchema } from '../wire/compare.ts';
import type { Change, EditionChanges } from '../wire/types.ts';
import type { DocumentDesign, Piece } from '../workshop/typeset/document-design.ts';
import { type CompareOptions, compareEditions } from './compare-editions.ts';

const harbours = findDesign('Harbours of the North');
const libraries = findDesign('Accounts of the County Libraries');

async function compare(
  before: DocumentDesign,
  after: DocumentDesign,
  options?: CompareOptions,
): Promise<EditionChanges> {
  const [old, fresh] = await Promise.all([readDesign(before, 'first'), readDesign(after, 'second')]);
  return editionChangesSchema.parse(await compareEditions(old, fresh, options));
}

const textOf = (sentences: Change['after']) => sentences.map(({ text }) => text).join(' / ');
const marked = (words: NonNullable<Change['words']>) =>
  words
    .map(({ text, in: where }) =>
      where === 'both' ? text : where === 'before' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');

/** "The Age of Salt: changed: Salt made …", a line for each change. */
function listChanges({ groups }: EditionChanges): string[] {
  return groups.flatMap(({ chapter, formerly, changes }) =>
    changes.map(({ change, kind, before, after, words }) => {
      const text = words === undefined ? textOf(after.length > 0 ? after : before) : marked(words);
      return `${chapter ?? `(${formerly})`}: ${kind === 'body' ? '' : `${kind} `}${change}: ${text}`;
    }),
  );
}

const none = { same: 0, reordered: 0, changed: 0, added: 0, removed: 0, moved: 0 };

describe('two editions', () => {
  it('with other pages, sizes and line ends are the same', async () => {
    const { counts, chapters, groups } = await compare(harbours, { ...harbours, page: [320, 500], size: 11 });
    expect(groups).toEqual([]);
    expect(chapters).toEqual({ added: [], removed: [], renamed: [] });
    expect(counts).toEqual({ body: { ...none, same: 17 }, table: none, note: { ...none, same: 9 } });
  });

  it('are the same where only the ends of sentences are read elsewhere', async () => {
    const [old, fresh] = await Promise.all([readDesign(harbours, 'first'), readDesign(harbours, 'second')]);
    const cut = old.passages.map((passage) => ({
      ...passage,
      sentences: passage.sentences.flatMap((sentence) => {
        const at = sentence.text.indexOf(' and lay in the roads');
        const ends = at < 0 ? [[0]] : [[0, at], [at + 1]];
        return ends.map(([start, end]) => ({ ...sentence, text: sentence.text.slice(start, end) }));
      }),
    }));
    const { groups, counts } = await compareEditions({ document: old.document, passages: cut }, fresh);
    expect(groups).toEqual([]);
    expect(counts.body).toEqual({ ...none, same: 17 });
  });

  it('differ by figures, words and notes in the sentences that have them', async () => {
    const edited = replaceWords(harbours, {
      'two hundred ships': 'three hundred ships',
      'dredged for the first time in 1788': 'dredged for the first time in 1791',
      'Town archive, rolls 12 to 19.': 'Town archive, rolls 12 to 21.',
    });
    const changes = await compare(harbours, edited);
    expect(listChanges(changes)).toEqual([
      'Age of Salt: changed: Every autumn some [-two -]{+three +}hundred ships came from the south and lay in the roads until their cargo was weighed.',
      'Age of Salt: note changed: Town archive, rolls 12 to [-19-]{+21+}.',
      'Age of Grain: changed: The harbour was dredged for the first time in [-1788-]{+1791+}, by prisoners of war who were promised their freedom and did not get it.',
    ]);
    expect(changes.counts.body).toEqual({ ...none, same: 15, changed: 2 });
    expect(changes.counts.note).toEqual({ ...none, same: 8, changed: 1 });
  });

  it('tell what was added and removed where it stands, and where it stood', async () => {
    const edited = replacePieces(
      replaceWords(harbours, { 'Nobody had a crane for it, and the army lent one.","': '","' }),
      (pieces) => {
        const at = pieces.findIndex((piece) => 'text' in piece && piece.text === 'Storehouses');
        const added: Piece = { sentences: ['The pilots asked for a lighthouse in vain until 1852.'] };
        return pieces.toSpliced(at, 0, added);
      },
    );
    const changes = await compare(harbours, edited);
    expect(listChanges(changes)).toEqual([
      'Age of Grain: added: The pilots asked for a lighthouse in vain until 1852.',
      'Age of Boxes: removed: Nobody had a crane for it, and the army lent one.',
    ]);
    const [added, removed] = changes.groups.flatMap((group) => group.changes);
    expect(added).toMatchObject({ before: [], after: [{ pages: [4], section: null }] });
    expect(removed).toMatchObject({ before: [{ pages: [5], chapter: 'Age of Boxes' }], after: [] });
  });

  it('tell a sentence that was split, and two that were joined, as one that changed', async () => {
    const edited = replaceWords(harbours, {
      'opened in 1620, the price fell by half within a decade, and the ships stayed away.{3}':
        'opened in 1620, the price fell by half within a decade.","The ships stayed away.{3}',
      'Eleven of them still stand, and four are flats today.{3}","The last grain ship left in 1967':
        'Eleven of them still stand, and four are flats today, and the last grain ship left in 1967',
    });
    const changes = await compare(harbours, edited);
    expect(listChanges(changes)).toEqual([
      'Age of Salt: changed: When the mines inland were opened in 1620, the price fell by half within a decade[-, and -]{+. +}The ships stayed away.',
      'Age of Grain: changed: Eleven of them still stand, and four are flats today[-. -]{+, and +}the last grain ship left in 1967, half empty, for a port that was itself about to close.',
    ]);
    const sides = changes.groups.flatMap((group) =>
      group.changes.map(({ before, after }) => [before.length, after.length]),
    );
    expect(sides).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('tell what moved to another chapter, and only count what moved within one', async () => {
    const sectionOf = (pieces: Piece[], heading: string) => {
      const at = pieces.findIndex((piece) => 'text' in piece && piece.text === heading);
      return pieces.splice(at, 2);
    };
    const edited = replacePieces(harbours, (pieces) => {
      const guilds = sectionOf(pieces, 'Guilds and crews').map((piece) =>
        // Its note stays behind.
        'sentences' in piece
          ? { sentences: piece.sentences.map((sentence) => sentence.replace('{4}', '')) }
          : piece,
      );
      const boxes = pieces.findIndex((piece) => 'text' in piece && piece.text === 'The Age of Boxes');
      const view = pieces.splice(boxes + 2, 1);
      return [...pieces.slice(0, boxes + 1), ...view, ...pieces.slice(boxes + 1), ...guilds];
    });
    const changes = await compare(harbours, edited);
    expect(listChanges(changes)).toEqual([
      'Age of Boxes: moved: The guild of the weighers outlived the trade by more than a century and became a club for merchants.',
      'Age of Boxes: moved: Its house is the only one on the quay that survived the fire of 1801.',
    ]);
    expect(changes.groups[0]?.changes[0]?.before[0]).toMatchObject({ chapter: 'Age of Salt' });
    expect(changes.counts.body).toEqual({ ...none, same: 15, reordered: 1, moved: 2 });
  });

  it('find their chapters under other names, and name those that are gone or new', async () => {
    const edited = replaceWords(harbours, {
      'The Age of Grain': 'Rye and Brick',
      'The Age of Boxes': 'Concrete',
      'The first container came ashore in 1969 on the deck of a ship that was built for timber.{1}","Nobody had a crane for it, and the army lent one.","Ten years later the old quay was given up, and the port moved eight kilometres down the river.{2}':
        'A works for cement pipes was the last to ask for a berth.{1}","It was refused one.{2}',
      'What is left in the town is a museum, a school for pilots and a very good view.':
        'Nothing else has been built on the mole since then, and nothing is planned.',
    });
    const changes = await compare(harbours, edited);
    expect(changes.chapters).toEqual({
      added: [],
      removed: [],
      // Their notes are the same.
      renamed: [
        { before: 'The Age of Grain', after: 'Rye and Brick' },
        { before: 'The Age of Boxes', after: 'Concrete' },
      ],
    });
    const others = await compare(
      harbours,
      replaceWords(edited, {
        'Evening Post, 14 October 1969.': 'Minutes of the berth committee, spring.',
        'Port Authority, Plan for the Outer Harbour, 1975, p. 3, and the minutes of the hearing.':
          'Ibid., at the end.',
      }),
    );
    expect(others.chapters).toMatchObject({ added: ['Concrete'], removed: ['The Age of Boxes'] });
    expect(others.groups.map(({ chapter, formerly }) => [chapter, formerly])).toEqual([
      [null, 'Age of Boxes'],
      ['Concrete', null],
    ]);
  });

  it('tell figures that changed in a row of a table', async () => {
    const edited = replaceWords(libraries, {
      '"Buildings","18,450","18,902"': '"Buildings","17,988","18,450"',
      '"Northgate","290","281","9"': '"Northgate","301","287","14"',
    });
    const changes = await compare(libraries, edited);
    expect(listChanges(changes)).toEqual([
      'Accounts of the County Libraries: table changed: Buildings | [-18,450 -]{+17,988 +}| [-18,902-]{+18,450+}',
      'Accounts of the County Libraries: table changed: Northgate | [-290 -]{+301 +}| [-281 -]{+287 +}| [-9-]{+14+}',
    ]);
    expect(changes.counts.table).toMatchObject({ changed: 2, added: 0, removed: 0 });
  });

  it('without a sentence in common have everything removed and added', async () => {
    const changes = await compare(harbours, libraries);
    expect(changes.counts.body).toEqual({ ...none, added: 11, removed: 17 });
    expect(new Set(changes.groups.flatMap((group) => group.changes.map(({ change }) => change)))).toEqual(
      new Set(['added', 'removed']),
    );
  });
});

describe('a part of two editions', () => {
  const edited = replaceWords(harbours, {
    'two hundred ships': 'three hundred ships',
    'in 1788': 'in 1791',
    Storehouses: 'Stores',
  });

  it('is a chapter with what it was, by either name, and is counted alone', async () => {
    const renamed = replaceWords(edited, { 'The Age of Grain': 'Rye and Brick' });
    for (const name of ['Age of Grain', 'Rye and Brick']) {
      const part = { chapters: [name], passageIds: new Set<string>() };
      const { groups, counts } = await compare(harbours, renamed, { part });
      expect(groups.map(({ chapter }) => chapter)).toEqual(['Rye and Brick']);
      expect(counts.body).toEqual({ ...none, same: 5, changed: 1 });
    }
  });

  it('is what has its passages in one of them', async () => {
    const { passages }: IngestedDocument = await readDesign(harbours, 'first');
    const held = passages.filter(({ text }) => text.includes('1788')).map(({ id }) => id);
    const part = { chapters: [], passageIds: new Set(held) };
    const changes = await compare(harbours, edited, { part });
    expect(listChanges(changes)).toHaveLength(1);
    expect(changes.counts.body).toEqual({ ...none, same: 2, changed: 1 });
  });

  it('is a kind of change; the others are counted all the same', async () => {
    const { groups, counts } = await compare(harbours, edited, { only: ['added'] });
    expect(groups).toEqual([]);
    expect(counts.body.changed).toBe(2);
  });
});

describe('editions whose chapters are nothing but pages', () => {
  it('are compared as one chapter, so that nothing moves with the page ends', async () => {
    const [old, fresh] = await Promise.all([readDesign(harbours, 'first'), readDesign(harbours, 'second')]);
    const report = { ...fresh.document.report, chaptersFrom: 'pages' as const };
    const shifted = fresh.passages.map((passage, index) => ({
      ...passage,
      chapter: index < 2 ? 'Pages 1–3' : 'Pages 4–6',
    }));
    const changes = await compareEditions(old, {
      document: { ...fresh.document, report },
      passages: shifted,
    });
    expect(changes.groups).toEqual([]);
    expect(changes.counts.body).toMatchObject({ same: 17, moved: 0 });
  });
});
