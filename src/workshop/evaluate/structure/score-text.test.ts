import { describe, expect, it } from 'vitest';
import { type KnownText, parseKnownText } from './known-text.ts';
import { scoreText } from './score-text.ts';

const body = (
  ...sentences: (string | { text: string; markers: { noteId: string; offset: number }[] })[]
) => ({
  kind: 'body' as const,
  sentences: sentences.map((each) => (typeof each === 'string' ? { text: each, markers: [] } : each)),
});

const ban = { text: 'Sweden banned the equipment in 2020.', markers: [{ noteId: 'n1', offset: 36 }] };
const known: KnownText = {
  passages: [
    body(
      'An ordinance names the networks.',
      ban,
      'Ericsson sold less in China after it.',
      'Others followed.',
    ),
  ],
  notes: [{ id: 'n1', text: 'Post and Telecom Authority, 20 October 2020.' }],
};

describe('scoreText', () => {
  it('finds nothing wrong with a text that is read as it stands', () => {
    expect(scoreText(known, known)).toEqual({
      words: { known: 27, lost: 0, broken: 0 },
      sentences: { known: 4, found: 4, whole: 4, stray: 0 },
      order: { pairs: 3, right: 3 },
      markers: { known: 1, found: 1, right: 1 },
      notes: { known: 1, found: 1, whole: 1 },
    });
  });

  it('counts words that are lost or broken, heads within sentences, and sentences out of order', () => {
    const found: KnownText = {
      passages: [
        body(
          'Others followed.',
          'An ordi nance names the networks.',
          ban,
          'Ericsson sold less ETNC report 2026 in China it.',
        ),
      ],
      notes: known.notes,
    };
    const { words, sentences, order } = scoreText(found, known);
    expect(words).toEqual({ known: 27, lost: 1, broken: 1 });
    expect(sentences).toEqual({ known: 4, found: 4, whole: 2, stray: 2 });
    expect(order).toEqual({ pairs: 1, right: 0 });
  });

  it('asks of a marker that it stands at its place and names its own note', () => {
    const moved = { ...ban, markers: [{ noteId: 'n1', offset: 35 }] };
    expect(scoreText({ ...known, passages: [body(moved)] }, known).markers).toEqual({
      known: 1,
      found: 1,
      right: 0,
    });
    const other = { ...known, notes: [{ id: 'n1', text: 'Another note.' }] };
    expect(scoreText(other, known).markers.right).toBe(0);
  });
});

describe('parseKnownText', () => {
  it('reads the form of an index, passing over what it does not need', () => {
    const { passages, notes } = known;
    expect(parseKnownText(JSON.stringify({ chapters: [], passages, notes }), 'a.truth.json')).toEqual(known);
  });

  it('names the place that is wrong', () => {
    const parse = (value: unknown) => parseKnownText(JSON.stringify(value), 'a.truth.json');
    expect(() => parseKnownText('{', 'a.truth.json')).toThrow('a.truth.json: not JSON');
    expect(() => parse({ passages: [] })).toThrow('a.truth.json: notes: Invalid input');
    expect(() => parse({ passages: [{ kind: 'body', sentences: [{}] }], notes: [] })).toThrow(
      'a.truth.json: passages.0.sentences.0.text: Invalid input',
    );
  });
});
