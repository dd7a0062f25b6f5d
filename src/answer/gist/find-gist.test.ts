import { describe, expect, it } from 'vitest';
import type { Gist } from '../../core/gist-forms.ts';
import { english } from '../../language/en/english.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { findGist } from './find-gist.ts';

function below(id: string, path: string[], ...sentences: string[]) {
  return { ...makePassage({ id, chapter: path[0] ?? '' }, sentences), path };
}

const front = below('a/0/1', ['Front matter', 'Executive Summary'], 'Oil will peak before the year 2040.');
const trade = below('a/1/1', ['1 Trade', 'Conclusions'], 'Trade grew by half in those years.');
const oil = below('a/2/1', ['2 Oil'], 'This report examines when oil will peak.', 'Wells run dry each year.');
const end = below(
  'a/3/1',
  ['3 Conclusions: a way out'],
  'Oil is a matter of the whole world.',
  'We conclude that nobody is prepared.',
);

function find(gist: Gist, passages = [front, trade, oil, end], isPart = false) {
  const form = english.questions?.gist.forms.find((one) => one.gist === gist);
  if (form === undefined) throw new Error(gist);
  const sources = {
    passages,
    language: english,
    matter: new Set(['Front matter', 'Outlook']),
    chapters: 4,
    isPart,
  };
  const { sentences, isHeaded } = findGist(form, sources);
  return { isHeaded, texts: sentences.map(({ passage, index }) => passage.sentences[index]?.text) };
}

describe('findGist', () => {
  it('takes what stands below the outermost heading, first what says so itself', () => {
    expect(find('conclusions')).toEqual({
      isHeaded: true,
      texts: ['We conclude that nobody is prepared.', 'Oil is a matter of the whole world.'],
    });
  });

  it('takes a heading before the chapters for as good as theirs', () => {
    const overview = below('a/4/1', ['4 Overview'], 'There are several kinds of oil.');
    expect(find('summary', [front, overview]).texts).toEqual(['Oil will peak before the year 2040.']);
  });

  it('takes what stands behind the chapters under its own heading', () => {
    const behind = below('a/9/1', ['Outlook'], 'Nobody knows what comes of it.');
    expect(find('conclusions', [front, oil, behind]).texts).toEqual(['Nobody knows what comes of it.']);
  });

  it('takes no heading that several chapters have within them', () => {
    const each = ['1 Trade', '2 Oil', '3 Gas'].map((chapter, at) =>
      below(`a/${at}/1`, [chapter, 'Conclusions'], 'So it ends here as well.'),
    );
    expect(find('conclusions', each).texts).toEqual([]);
    expect(find('conclusions', each.slice(1)).texts).toHaveLength(1);
  });

  it('takes no heading within one of many chapters for that of the document', () => {
    const others = ['a/1/2', 'a/1/3', 'a/1/4'].map((id) => below(id, ['2 Trade'], 'Ships sail the sea.'));
    expect(find('conclusions', [...others, trade, ...others]).texts).toEqual([]);
    expect(find('conclusions', [...others, trade, ...others], true).texts).toEqual([
      'Trade grew by half in those years.',
    ]);
  });

  it('takes what is like it where no heading is for it', () => {
    expect(find('findings', [front, oil]).texts).toEqual(['Oil will peak before the year 2040.']);
  });

  it('takes sentences that say so in the opening where no heading does', () => {
    expect(find('purpose', [oil, trade])).toEqual({
      isHeaded: false,
      texts: ['This report examines when oil will peak.'],
    });
    const others = Array.from({ length: 9 }, (_, at) => below(`a/1/${at}`, ['Trade'], 'Ships sail the sea.'));
    expect(find('purpose', [...others, oil]).texts).toEqual([]);
    expect(find('limits').texts).toEqual([]);
  });

  it('takes nothing of an imprint, and no thanks', () => {
    const imprint = below(
      'a/0/2',
      ['Introduction'],
      'This report is subject to copyright of its authors.',
      'This report is made possible by a grant of the state.',
      'In this report we thank all who have helped us.',
    );
    expect(find('purpose', [oil, imprint]).texts).toEqual(['This report examines when oil will peak.']);
    expect(find('summary', [oil, imprint]).texts).toEqual(['This report examines when oil will peak.']);
  });

  it('takes no name alone, and no line that gives a source', () => {
    const page = below(
      'a/1/2',
      ['Highlights'],
      'Oil may peak before 2040.',
      'State Office for the Accounts of Oil',
      'Data Sources: the bulletin of the state, 2023.',
    );
    expect(find('summary', [page]).texts).toEqual(['Oil may peak before 2040.']);
  });

  it('takes any sentence of a part that was asked for, of conclusions the last', () => {
    expect(find('findings', [oil]).texts).toEqual([]);
    expect(find('findings', [oil], true).texts).toHaveLength(2);
    expect(find('purpose', [oil], true).texts[0]).toBe('This report examines when oil will peak.');
    const later = below('a/2/2', ['2 Oil'], 'Others take their place.');
    expect(find('conclusions', [oil, later], true).texts[0]).toBe('Others take their place.');
  });
});
