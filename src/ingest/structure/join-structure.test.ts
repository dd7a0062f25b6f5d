import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import { joinStructure } from './join-structure.ts';
import type { PlannedEntry } from './mark-headings.ts';

const [title, recent, text, outlook] = ['Germany', 'Recent trends', 'Bosch cuts jobs.', 'Outlook'].map(
  (words, at) => makeBlock([words], { page: at < 3 ? 82 : 83 }),
);
if (!title || !recent || !text || !outlook) throw new Error('four blocks');
recent.heading = { title: 'Recent trends', level: 2, goesOn: false, isByStyle: true };
outlook.heading = { title: 'Outlook', level: 2, goesOn: false };
const blocks = [title, recent, text, outlook];

const germany: PlannedEntry = {
  title: 'Germany',
  kind: 'chapter',
  level: 1,
  page: 82,
  sources: ['contents'],
  path: ['Germany'],
  block: 0,
};
const planned: PlannedEntry[] = [
  germany,
  { title: 'Outlook', kind: 'section', level: 2, page: 83, sources: ['outline'], block: 3 },
  { title: 'Not printed', kind: 'section', level: 2, page: 83, sources: ['outline'], block: 3 },
];
const headings = [
  { block: recent, title: 'Recent trends', level: 2, path: ['Germany', 'Recent trends'] },
  { block: outlook, title: 'Outlook', level: 2, path: ['Germany', 'Outlook'] },
];
const join = (paths: string[][]) =>
  joinStructure(
    planned,
    headings,
    blocks,
    paths.map((path) => ({ path })),
  ).map((entry) => [entry.title, entry.kind, entry.path]);

describe('joinStructure', () => {
  it('puts headings of the text where they stand, and knows the way to what was planned', () => {
    expect(
      join([
        ['Germany', 'Recent trends'],
        ['Germany', 'Outlook', 'In brief'],
      ]),
    ).toEqual([
      ['Germany', 'chapter', ['Germany']],
      ['Recent trends', 'section', ['Germany', 'Recent trends']],
      ['Outlook', 'section', ['Germany', 'Outlook']],
      ['Not printed', 'section', undefined],
    ]);
  });

  it('sets a heading below what its way leads through, large as it is printed', () => {
    const large = { block: recent, title: 'Recent trends', level: 1, path: ['Germany', 'Recent trends'] };
    const entries = joinStructure([germany], [large], blocks, [{ path: large.path }]);
    expect(entries.map(({ title, level }) => [title, level])).toEqual([
      ['Germany', 1],
      ['Recent trends', 2],
    ]);
  });

  it('leads to no heading without text below it', () => {
    expect(join([['Germany', 'Outlook']])).toContainEqual(['Recent trends', 'section', undefined]);
  });

  it('never puts an entry before the one above it, where its heading was not found', () => {
    const late = [
      { ...germany, block: 3 },
      { ...germany, title: 'At the top of its page', block: 2 },
    ];
    const titles = joinStructure(late, headings, blocks, []).map((entry) => entry.title);
    expect(titles.indexOf('At the top of its page')).toBeGreaterThan(titles.indexOf('Germany'));
  });
});
