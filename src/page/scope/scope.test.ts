import { describe, expect, it } from 'vitest';
import { sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { isChosen, nameScope, scopeChips, toggleChoice, withoutGone } from './scope.ts';

const chapter = (document: string, name: string) => ({ kind: 'chapter', document, chapter: name }) as const;
const report = (document: string) => ({ kind: 'document', document }) as const;
const feps = { ...sampleListing, id: 'feps', label: 'Fragmented Europe: Dealing with China (2024)' };
const annex = { ...sampleListing, id: 'annex', label: 'Annex (2024, annex)' };
const documents = [feps, annex];

describe('choosing where to search', () => {
  it('joins reports, and takes one away again', () => {
    const both = toggleChoice(toggleChoice({}, report('feps')), report('annex'));
    expect(both).toEqual({ documents: ['feps', 'annex'] });
    expect(toggleChoice(both, report('feps'))).toEqual({ documents: ['annex'] });
    expect(toggleChoice({ documents: ['annex'] }, report('annex'))).toEqual({});
  });

  it('joins chapters of one report; a chapter of another begins anew, as the lists narrow each other', () => {
    const two = toggleChoice(toggleChoice({}, chapter('feps', 'Germany')), chapter('feps', 'Spain'));
    expect(two).toEqual({ documents: ['feps'], chapters: ['Germany', 'Spain'] });
    expect(toggleChoice(two, chapter('annex', 'Tables'))).toEqual({
      documents: ['annex'],
      chapters: ['Tables'],
    });
    expect(toggleChoice(two, report('annex'))).toEqual({ documents: ['annex'] });
    const none = toggleChoice(toggleChoice(two, chapter('feps', 'Germany')), chapter('feps', 'Spain'));
    expect(none).toEqual({});
  });

  it('joins tags and years, which narrow each other', () => {
    const both = toggleChoice(toggleChoice({}, { kind: 'tag', tag: 'EU' }), { kind: 'year', year: 2024 });
    expect(both).toEqual({ tags: ['EU'], years: [2024] });
    expect(toggleChoice(both, { kind: 'tag', tag: 'EU' })).toEqual({ years: [2024] });
    expect(toggleChoice(both, report('feps'))).toEqual({ documents: ['feps'] });
  });

  it('knows a chapter without a report as that of any', () => {
    expect(isChosen({ chapters: ['Germany'] }, chapter('feps', 'Germany'))).toBe(true);
    expect(isChosen({ documents: ['annex'], chapters: ['Germany'] }, chapter('feps', 'Germany'))).toBe(false);
    expect(isChosen({ documents: ['feps'], chapters: ['Germany'] }, report('feps'))).toBe(false);
  });

  it('leaves out reports that are gone', () => {
    const scope = { documents: ['feps', 'gone'] };
    expect(withoutGone(scope, documents)).toEqual({ documents: ['feps'] });
    expect(withoutGone({ documents: ['gone'], chapters: ['Germany'] }, documents)).toEqual({});
    const whole = { documents: ['feps'] };
    expect(withoutGone(whole, documents)).toBe(whole);
  });
});

describe('the chips of the scope', () => {
  it('say in a few words what is searched', () => {
    expect(nameScope({}, documents)).toBe('');
    expect(nameScope({ documents: ['feps'] }, documents)).toBe('Fragmented Europe (2024)');
    expect(nameScope({ documents: ['feps', 'annex'] }, documents)).toBe('2 reports');
    expect(nameScope({ documents: ['annex'], chapters: ['Germany'] }, documents)).toBe(
      'Germany in Annex (2024, annex)',
    );
    expect(nameScope({ documents: ['feps'], chapters: ['A', 'B', 'C'] }, documents)).toBe(
      '3 chapters in Fragmented Europe (2024)',
    );
    expect(nameScope({ documents: ['feps'], chapters: ['Germany'] }, [feps])).toBe('Germany');
    expect(nameScope({ chapters: ['Germany'] }, documents)).toBe('Germany');
    expect(nameScope({ tags: ['EU', '10-K'], years: [2024] }, documents)).toBe('EU, 10-K, 2024');
    expect(nameScope({ documents: ['unknown'] }, documents)).toBe('unknown');
  });

  it('can each be taken away', () => {
    const scope = { documents: ['feps'], chapters: ['Germany', 'Spain'] };
    expect(scopeChips(scope, documents).map(({ without }) => without)).toEqual([
      { documents: ['feps'], chapters: ['Spain'] },
      { documents: ['feps'], chapters: ['Germany'] },
    ]);
    expect(
      scopeChips({ documents: ['feps'], tags: ['EU'] }, documents).map(({ name, without }) => [
        name,
        without,
      ]),
    ).toEqual([
      ['Fragmented Europe (2024)', { tags: ['EU'] }],
      ['EU', {}],
    ]);
  });
});
