import { describe, expect, it } from 'vitest';
import { isSameName, nearNames } from './near-names.ts';

const chapters = [
  'Executive Summary',
  'EU',
  'Austria',
  'Czechia',
  'Estonia',
  'Germany',
  'Hungary',
  'Italy',
  'Latvia',
  'Lithuania',
  'Slovakia',
  'Slovenia',
  'Sweden',
  'United Kingdom',
];

describe('nearNames', () => {
  it.each([
    ['a letter missing', 'Germny', ['Germany']],
    ['two letters swapped', 'Itlay', ['Italy']],
    ['the case and an accent wrong', 'ITÀLIA', ['Italy']],
    ['only the start', 'slov', ['Slovakia', 'Slovenia']],
    ['more words behind', 'EU institutions', ['EU']],
    ['one of two alike, the nearer first', 'Latvija', ['Latvia']],
    ['nothing in common', 'Atlantis', []],
    ['another short name', 'US', []],
    ['a word that only begins like a short name', 'Euphoria', []],
    ['a single letter', 'S', []],
    ['nothing', '', []],
  ])('given %s: “%s”', (_, wanted, near) => {
    expect(nearNames(wanted, chapters)).toEqual(near);
  });

  it('gives three at most', () => {
    expect(nearNames('report', ['report-1', 'report-2', 'report-3', 'report-4'])).toEqual([
      'report-1',
      'report-2',
      'report-3',
    ]);
  });
});

describe('isSameName', () => {
  it('looks past case, accents and blanks at the ends, and nothing else', () => {
    expect(isSameName('España', ' espana ')).toBe(true);
    expect(isSameName('Slovakia', 'Slovenia')).toBe(false);
  });
});
