import { describe, expect, it } from 'vitest';
import { sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { type PickerState, pickerRows, siblingsOf } from './picker-rows.ts';

const part = {
  title: 'Part I',
  kind: 'part' as const,
  level: 1,
  page: 36,
  sources: ['contents' as const],
  path: ['Part I'],
};
const { structure = [], id } = sampleListing;
const [last] = structure.slice(-1);
/** A part, a section of the same way twice, and one below which no text was found. */
const whole = [
  part,
  ...structure,
  ...(last ? [last] : []),
  { ...part, kind: 'section' as const, title: 'Lost' },
];
const structures = new Map([
  [id, whole.map(({ path, ...entry }) => (entry.title === 'Lost' ? entry : { ...entry, path: path ?? [] }))],
  ['annex', structure],
]);
const report = { ...sampleListing, year: 2026, tags: ['China'] };
const annex = {
  ...sampleListing,
  id: 'annex',
  title: 'Annex',
  label: 'Annex (2024)',
  year: 2024,
  tags: ['China', 'EU'],
};

const shownOf = (state: Partial<PickerState>) =>
  pickerRows({ documents: [report], structures, opened: new Set(), words: '', ...state }).map(
    ({ level, name, note, isOpen }) =>
      `${'  '.repeat(level - 1)}${isOpen === undefined ? '' : isOpen ? 'v ' : '> '}${name} ${note}`.trimEnd(),
  );

describe('the rows of the picker for one report', () => {
  it('are everything, parts and chapters; the sections of a chapter that is unfolded', () => {
    expect(shownOf({})).toEqual(['All chapters 2', 'Part I 36', 'Belgium 36–41', '> Germany 82–91']);
    expect(shownOf({ opened: new Set([`${id}/chapter/Germany`]) }).slice(-2)).toEqual([
      'v Germany 82–91',
      '  Recent trends 83',
    ]);
  });

  it('are those that the words typed lead to; sections where the words begin those of their titles', () => {
    expect(shownOf({ words: ' TRENDS ' })).toEqual(['Germany > Recent trends 83']);
    expect(shownOf({ words: 'rends' })).toEqual([]);
    expect(shownOf({ words: 'germany' })).toEqual(['Germany 82–91']);
    expect(shownOf({ words: 'germ > trends' })).toEqual(['Germany > Recent trends 83']);
    expect(shownOf({ words: 'trends > germ' })).toEqual([]);
  });
});

describe('the rows of the picker for several reports', () => {
  const documents = [annex, report];

  it('are tags, years and reports, all folded', () => {
    expect(shownOf({ documents })).toEqual([
      'All reports 2',
      '> Tags 2',
      '> Years 2',
      '> Annex 2024',
      '> Fragmented Europe: Dealing with China as a technology and innovation power 2026',
    ]);
    expect(shownOf({ documents, opened: new Set(['tags', 'years', 'annex']) }).slice(1, 10)).toEqual([
      'v Tags 2',
      '  China 2 reports',
      '  EU 1 report',
      'v Years 2',
      '  2026 1 report',
      '  2024 1 report',
      'v Annex 2024',
      '  Belgium 36–41',
      '  > Germany 82–91',
    ]);
  });

  it('are the places found, below their reports, those first whose own words are typed', () => {
    expect(shownOf({ documents, words: 'trends' })).toEqual([
      'v Annex 2024',
      '  Germany > Recent trends 83',
      'v Fragmented Europe: Dealing with China as a technology and innovation power 2026',
      '  Germany > Recent trends 83',
    ]);
    expect(shownOf({ documents, words: 'germany frag' })).toEqual([
      'v Fragmented Europe: Dealing with China as a technology and innovation power 2026',
      '  Germany 82–91',
    ]);
    expect(shownOf({ documents, words: 'eu' })).toEqual([
      'EU tag, 1 report',
      'Annex 2024',
      'Fragmented Europe: Dealing with China as a technology and innovation power 2026',
    ]);
    expect(shownOf({ documents: [report, annex], words: 'eu' }).slice(1, 3)).toEqual([
      'Fragmented Europe: Dealing with China as a technology and innovation power 2026',
      'Annex 2024',
    ]);
    expect(shownOf({ documents: [report, annex], words: 'rope' }).slice(0, 1)).toEqual([
      'Fragmented Europe: Dealing with China as a technology and innovation power 2026',
    ]);
  });

  it('tell reports of one title and year apart by their files', () => {
    const twins = ['a', 'b'].map((one) => ({ ...annex, id: one, label: `Annex (2024, ${one})` }));
    expect(shownOf({ documents: twins }).slice(-2)).toEqual(['> Annex 2024, a', '> Annex 2024, b']);
  });

  it('are counted beside each other, so that a part of them can be told as such', () => {
    const rows = pickerRows({ documents, structures, opened: new Set(['tags', 'annex']), words: '' });
    expect(
      siblingsOf(rows)
        .map(({ position, group }, at) => `${rows[at]?.name} ${position}/${group.size}`)
        .slice(0, 8),
    ).toEqual([
      'All reports 1/5',
      'Tags 2/5',
      'China 1/2',
      'EU 2/2',
      'Years 3/5',
      'Annex 4/5',
      'Belgium 1/2',
      'Germany 2/2',
    ]);
  });

  it('choose what they name', () => {
    const rows = pickerRows({ documents, structures, opened: new Set(), words: 'recent' });
    expect(rows.map(({ choice }) => choice)).toEqual(
      ['annex', id].flatMap((document) => [
        { kind: 'document', document },
        { kind: 'chapter', document, chapter: 'Germany > Recent trends' },
      ]),
    );
    // What Enter takes first is what was found, not the report around it.
    expect(rows.map(({ isOnlyAround = false }) => isOnlyAround)).toEqual([true, false, true, false]);
  });
});
