import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import type { Block } from '../page-model.ts';
import { entriesFromHeadings } from './entries-from-headings.ts';
import type { RunningHeads } from './running-heads.ts';

const sentence =
  'The courts of the district heard more cases in the second year than in the first, and fewer of them were';
const text = (page: number) => makeBlock([sentence, sentence, sentence, 'appealed.'], { page });
const bold = (title: string, page: number, size = 10) =>
  makeBlock([title], { page, size, font: 'Times-Bold' });

function titlesOf(blocks: Block[], runningHeads: RunningHeads = new Map()): string[] {
  const pageCount = Math.max(...blocks.map(({ page }) => page));
  return entriesFromHeadings({ blocks, bodySize: 10, pageCount, runningHeads }).map(({ title }) => title);
}

describe('entriesFromHeadings', () => {
  it('takes the numbered sections of a paper, in the size of its text, and neither its authors nor what is below', () => {
    const sections = ['Introduction', 'Methods', 'Results', 'Discussion'].flatMap((name, at) => [
      bold(`${at + 1} ${name}`, at + 1),
      text(at + 1),
      bold(`${at + 1}.1 More on ${name.toLowerCase()}`, at + 1),
      text(at + 1),
    ]);
    const front = [bold('A study of courts', 1, 15), bold('Jane Doe', 1), bold('John Roe', 1), text(1)];
    expect(titlesOf([...front, ...sections, bold('References', 4), text(4)])).toEqual([
      '1 Introduction',
      '2 Methods',
      '3 Results',
      '4 Discussion',
      'References',
    ]);
  });

  it('takes the Items of an annual report from among the headings that are set like them', () => {
    const items = ['Business', 'Properties', 'Legal Proceedings'].flatMap((name, at) => [
      bold(`Item ${at + 1}. ${name}`, 2 * at + 1),
      text(2 * at + 1),
      // The notes to the accounts are numbered anew.
      bold('1. Basis of preparation', 2 * at + 1),
      text(2 * at + 1),
      ...['Overview', 'Strategy', 'Outlook'].flatMap((section) => [
        bold(`${section} of ${name.toLowerCase()}`, 2 * at + 2),
        text(2 * at + 2),
      ]),
    ]);
    expect(titlesOf(items)).toEqual(['Item 1. Business', 'Item 2. Properties', 'Item 3. Legal Proceedings']);
  });

  it('joins a number with the title beside it, and a label with the one below', () => {
    const manual = ['Installing', 'Running', 'Removing'].flatMap((name, at) => [
      bold('CHAPTER', at + 1, 9),
      bold(`${at + 1}.`, at + 1, 18),
      bold(name, at + 1, 18),
      text(at + 1),
    ]);
    expect(titlesOf(manual)).toEqual(['1. Installing', '2. Running', '3. Removing']);
  });

  it('takes the larger of titles and the authors beside them', () => {
    const volume = ['How courts began', 'Judges of the north', 'The police at sea'].flatMap((name, at) => [
      bold(['Jane Doe', 'John Roe', 'Ada Moe'][at] ?? '', 3 * at + 1, 12),
      bold(name, 3 * at + 1, 18),
      text(3 * at + 1),
      text(3 * at + 2),
      text(3 * at + 3),
    ]);
    // The heads of left pages say who wrote the chapter.
    const heads = new Map(
      ['Jane Doe', 'John Roe', 'Ada Moe'].map((name, at) => [3 * at + 2, [name]] as const),
    );
    expect(titlesOf(volume, heads)).toEqual(['How courts began', 'Judges of the north', 'The police at sea']);
  });

  it('believes headings that the pages below them repeat', () => {
    const names = ['Courts', 'Judges', 'Police'];
    const blocks = names.flatMap((name, at) => [
      text(3 * at + 1),
      bold(name, 3 * at + 1),
      bold(`${name} of today`, 3 * at + 1),
      text(3 * at + 2),
      text(3 * at + 3),
    ]);
    const heads = new Map(
      names.flatMap((name, at) =>
        [3 * at + 2, 3 * at + 3].map((page) => [page, [`${page} ${name}`]] as const),
      ),
    );
    expect(titlesOf(blocks)).toEqual([]);
    expect(titlesOf(blocks, heads)).toContain('Courts');
  });

  it('finds none in a letter or a form, whose bold lines stand together without a text', () => {
    const form = [
      ...['Date of report: May 3', '700 Hill Road', 'Telephone number', 'N/A', 'Registered securities'].map(
        (line) => bold(line, 1),
      ),
      text(2),
      bold('SIGNATURES', 3),
      makeBlock(['Signed by the secretary.'], { page: 3 }),
    ];
    expect(titlesOf(form)).toEqual([]);
  });

  it('finds none among the labels of drawings, and none in lists that begin anew', () => {
    const drawings = [1, 2, 3, 4, 5].flatMap((page) => [bold('TITLE PAGE', page, 20), text(page)]);
    expect(titlesOf(drawings)).toEqual([]);
    const lists = [1, 2, 3, 4, 5].flatMap((page) =>
      [1, 2, 3].flatMap((number) => [bold(`${number}. Press key ${page}${number}`, page), text(page)]),
    );
    expect(titlesOf(lists)).toEqual([]);
  });

  it('takes what sections of papers are called, though others are set as large', () => {
    const main = ['Introduction', 'Methods', 'Results', 'Discussion'];
    const serif = (title: string, page: number) =>
      makeBlock([title], { page, size: 12, font: 'Minion-Bold' });
    const paper = main.flatMap((name, at) => [
      text(2 * at + 1),
      bold(name, 2 * at + 1, 12),
      text(2 * at + 1),
      serif(`Cases of year ${at}`, 2 * at + 1),
      text(2 * at + 1),
      serif(`Appeals of year ${at}`, 2 * at + 2),
      text(2 * at + 2),
      text(2 * at + 2),
      serif(`Judges of year ${at}`, 2 * at + 2),
      text(2 * at + 2),
    ]);
    expect(titlesOf(paper)).toEqual(main);
  });

  it('takes headings in capitals from among those of their sections, which are in one type with them', () => {
    const main = ['COURTS', 'JUDGES', 'POLICE', 'PRISONS'];
    const report = main.flatMap((name, at) => [
      bold(name, 2 * at + 1),
      text(2 * at + 1),
      ...['North', 'South', 'East', 'West', 'Sea', 'Hills', 'Plains'].flatMap((part) => [
        bold(`${part} of year ${at}`, 2 * at + 2),
        text(2 * at + 2),
      ]),
    ]);
    expect(titlesOf(report)).toEqual(main);
  });

  it('takes the sections of a chapter that is printed by itself', () => {
    const chapter = ['Courts', 'Judges', 'Police'].flatMap((name, at) => [
      bold(`4.${at + 1} ${name}`, 2 * at + 1, 14),
      text(2 * at + 1),
      bold(`4.${at + 1}.1 More on ${name.toLowerCase()}`, 2 * at + 2, 12),
      text(2 * at + 2),
    ]);
    expect(titlesOf(chapter)).toEqual(['4.1 Courts', '4.2 Judges', '4.3 Police']);
  });
});
