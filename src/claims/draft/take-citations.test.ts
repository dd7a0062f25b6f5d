import { describe, expect, it } from 'vitest';
import { citingForms } from '../../language/en/citing-forms.ts';
import { citationsIn, type References, takeCitations, withoutMarks } from './take-citations.ts';
import { traceDraft } from './traced-text.ts';

const references: References = {
  notes: new Map([
    ['^1', 'Germany, p. 84.'],
    ['^jobs', 'See Germany, p. 84; Sweden, pp. 181–182.'],
    ['^web', 'https://www.reuters.com/business/autos'],
    ['2', 'Sweden, p. 181'],
  ]),
  isChapter: (name) => ['germany', 'sweden', 'united kingdom'].includes(name.toLowerCase()),
  citing: citingForms,
};

/** What is left of a text, and what it cites: "Germany 84". */
function take(text: string) {
  const { traced, citations } = takeCitations(traceDraft(text), references);
  const places = citationsIn(traced.text, citations).map((one) =>
    one.places === null ? '?' : one.places.map(({ name, pages }) => [name, ...pages].join(' ')).join('; '),
  );
  return [withoutMarks(traced.text), ...places];
}

describe('takeCitations', () => {
  it.each([
    ['Bosch cuts jobs [Germany, p. 84].', ['Bosch cuts jobs.', 'Germany 84']],
    ['Bosch cuts jobs. [Germany, p. 84]', ['Bosch cuts jobs.', 'Germany 84']],
    ['Bosch cuts jobs (Germany, p. 84).', ['Bosch cuts jobs.', 'Germany 84']],
    ['Bosch cuts jobs (p. 84), and more to come.', ['Bosch cuts jobs, and more to come.', ' 84']],
    ['Bosch cuts jobs.[^1] Next.', ['Bosch cuts jobs. Next.', 'Germany 84']],
    ['Bosch cuts jobs.[^jobs]', ['Bosch cuts jobs.', 'Germany 84; Sweden 181 182']],
    ['Bosch cuts jobs.[^web]', ['Bosch cuts jobs.', '']],
    ['Bosch cuts jobs [1], grows [2].', ['Bosch cuts jobs, grows.', '?', 'Sweden 181']],
    ['Bosch cuts jobs [^1], [2].', ['Bosch cuts jobs.', 'Germany 84', 'Sweden 181']],
    ['Bosch cuts jobs.[^none]', ['Bosch cuts jobs.', '?']],
    ['Bosch cuts jobs [Germany].', ['Bosch cuts jobs.', 'Germany']],
    ['Bosch cuts jobs (see the chapter on Germany).', ['Bosch cuts jobs.', 'Germany']],
    ['Bosch cuts jobs (the Germany chapter).', ['Bosch cuts jobs.', 'Germany']],
    ['Its neighbour (Germany) cuts jobs.', ['Its neighbour (Germany) cuts jobs.']],
    ['“Bosch cuts jobs.” — Germany, p. 84', ['“Bosch cuts jobs.”', 'Germany 84']],
    ['On p. 84 Bosch cuts jobs.', ['Bosch cuts jobs.', ' 84']],
    ['Bosch, see United Kingdom, p. 187, cuts.', ['Bosch, see, cuts.', 'United Kingdom 187']],
    ['It cuts (which it denies, see p. 84) jobs.', ['It cuts (which it denies) jobs.', ' 84']],
    ['Bosch, p. 84, cuts jobs.', ['Bosch, cuts jobs.', ' 84']],
    ['Both do [Germany, p. 84; Sweden, p. 181].', ['Both do.', 'Germany 84; Sweden 181']],
  ])('reads %s', (text, taken) => {
    expect(take(text)).toEqual(taken);
  });

  it('takes a place with the label of its document, whatever words label and chapter are of', () => {
    const label = 'An assessment of supply chains, and of what to do: a second edition (2024, chains)';
    const labels = new Map([
      ['chains', label],
      ['etnc', 'Fragmented Europe (2026)'],
    ]);
    const taken = (text: string) => {
      const { traced, citations } = takeCitations(traceDraft(text), { ...references, labels });
      return [withoutMarks(traced.text), ...citations.map(({ places }) => places)];
    };
    expect(taken(`Chips are short [${label}: Batteries, chips and what follows, pp. 12–13].`)).toEqual([
      'Chips are short.',
      [{ name: 'Batteries, chips and what follows', pages: ['12', '13'], document: 'chains' }],
    ]);
    expect(taken('Bosch cuts jobs [Fragmented Europe (2026): Germany, p. 84].')).toEqual([
      'Bosch cuts jobs.',
      [{ name: 'Germany', pages: ['84'], document: 'etnc' }],
    ]);
  });

  it('keeps each citation with its own sentence, and every character its place', () => {
    const text = 'Bosch cuts jobs. [Germany, p. 84] Geely owns Volvo.';
    const { traced, citations } = takeCitations(traceDraft(text), references);
    const at = traced.text.indexOf('Geely');
    expect(traced.offsets[at]).toBe(text.indexOf('Geely'));
    expect(citationsIn(traced.text.slice(0, at), citations)).toEqual([
      { text: '[Germany, p. 84]', places: [{ name: 'Germany', pages: ['84'] }] },
    ]);
  });

  it('does not take private characters of the draft for citations', () => {
    expect(take('Bosch \ue000 cuts jobs.')).toEqual(['Bosch cuts jobs.']);
  });
});
