import { describe, expect, it } from 'vitest';
import { parseEvalLines, readEvalFile } from './eval-format.ts';

const swedish = {
  id: 'swe-02',
  question: 'when did geely buy volvo cars',
  facts: [['2010']],
  evidence: ['After Chinese Geely acquired Swedish carmaker Volvo Cars in 2010'],
};
const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');

describe('parseEvalLines', () => {
  it('fills in what other files leave out', () => {
    const content = lines(
      { id: 'a', question: 'Has Malta a chapter?', type: 'no-chapter', facts: null },
      { id: 'b', question: 'What does it cost?', facts: [], evidence: [], pages: null },
      { id: 'c', question: 'Who pays?', answerable: false, facts: [['nobody']] },
      { id: 'd', question: 'When?', facts: [['2020']], difficulty: null },
    );
    expect(parseEvalLines(content, 'own.jsonl').map(({ kind }) => kind)).toEqual([
      'no-chapter',
      'near-miss',
      'near-miss',
      'answerable',
    ]);
  });

  it('fills in what may be missing', () => {
    expect(parseEvalLines(lines(swedish), 'own.jsonl')).toEqual([
      { ...swedish, kind: 'answerable', chapters: [], type: 'other', pages: [] },
    ]);
  });

  it('takes blank lines, Windows line ends, a byte order mark and fields it does not know', () => {
    const content = `\ufeff${lines({ ...swedish, author: 'me' })}\r\n\r\n${lines({ id: 'off-1', kind: 'off-topic', question: 'egg' })}\r\n`;
    expect(parseEvalLines(content, 'own.jsonl').map(({ id, kind }) => [id, kind])).toEqual([
      ['swe-02', 'answerable'],
      ['off-1', 'off-topic'],
    ]);
  });

  it.each<[reason: string, content: string, sentence: string | RegExp]>([
    [
      'text that is not JSON',
      `${lines(swedish)}\n{"id": `,
      /^own\.jsonl, line 2: not JSON \(.+\)\. The format is in evals\/FORMAT\.md\.$/,
    ],
    [
      'a missing question',
      lines({ id: 'swe-02' }),
      'own.jsonl, line 1: question: Invalid input: expected string, received undefined. The format is in evals/FORMAT.md.',
    ],
    [
      'an empty question',
      lines({ ...swedish, question: ' ' }),
      'own.jsonl, line 1: question: is empty. The format is in evals/FORMAT.md.',
    ],
    [
      'a fact that is no list of wordings',
      lines({ ...swedish, facts: ['2010'] }),
      'own.jsonl, line 1: facts.0: Invalid input: expected array, received string. The format is in evals/FORMAT.md.',
    ],
    [
      'an unknown split',
      lines({ ...swedish, split: 'train' }),
      'own.jsonl, line 1: split: Invalid option: expected one of "dev"|"test". The format is in evals/FORMAT.md.',
    ],
    [
      'an answerable question with nothing to hold an answer against',
      lines({ id: 'swe-02', kind: 'answerable', question: 'when?' }),
      'own.jsonl, line 1: a question of kind answerable needs facts or evidence (or a kind that has none: near-miss, no-chapter, off-topic). The format is in evals/FORMAT.md.',
    ],
    [
      'a follow-up that is not asked in full',
      lines({ ...swedish, kind: 'follow-up' }),
      'own.jsonl, line 1: standalone: missing in a follow-up. The format is in evals/FORMAT.md.',
    ],
    [
      'an id used twice',
      lines(swedish, { ...swedish, question: 'again' }),
      'own.jsonl, line 2: the id swe-02 is taken by line 1. Ids are unique in a file.',
    ],
    ['an empty file', '\n', 'own.jsonl: no question in this file. The format is in evals/FORMAT.md.'],
  ])('refuses %s', (_, content, sentence) => {
    const expected = sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence;
    expect(() => parseEvalLines(content, 'own.jsonl')).toThrow(
      expect.objectContaining({ code: 'bad-input', sentence: expected }),
    );
  });
});

describe('readEvalFile', () => {
  it('names a file that is not there', async () => {
    await expect(readEvalFile('/nowhere/evals.jsonl')).rejects.toMatchObject({
      code: 'cannot-read',
      sentence:
        '/nowhere/evals.jsonl: no such file. Name an eval file, such as evals/fragmented-europe.jsonl.',
    });
  });
});
