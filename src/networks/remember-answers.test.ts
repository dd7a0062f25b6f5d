import { describe, expect, it } from 'vitest';
import { createFakeReaders } from '../testing/networks/fake-readers.ts';
import { rememberAnswers } from './remember-answers.ts';

const parts = ['Sweden. ', 'Geely bought Volvo Cars.'];

describe('rememberAnswers', () => {
  it('reads a passage with a question once', async () => {
    const { answers, questions } = createFakeReaders(0, undefined, 3);
    const reader = rememberAnswers(answers);
    const first = await reader.readAnswers(parts, 'Who bought Volvo Cars?');
    expect(await reader.readAnswers(parts, 'Who bought Volvo Cars?')).toEqual(first);
    expect(questions).toEqual(['Who bought Volvo Cars?']);
    await reader.readAnswers(parts, 'Who sold Volvo Cars?');
    await reader.readAnswers(['Norway. ', 'Geely bought Volvo Cars.'], 'Who bought Volvo Cars?');
    expect(questions).toHaveLength(3);
  });

  it('forgets what was read longest ago', async () => {
    const { answers, questions } = createFakeReaders();
    const reader = rememberAnswers(answers, 2);
    for (const question of ['a', 'b', 'a', 'c', 'a', 'b']) await reader.readAnswers(parts, question);
    expect(questions).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps no failure', async () => {
    let calls = 0;
    const reader = rememberAnswers({
      readAnswers: async () => {
        calls += 1;
        if (calls === 1) throw new Error('no files');
        return { passage: 1, sentences: [1], denials: [0] };
      },
    });
    await expect(reader.readAnswers(parts, 'a')).rejects.toThrow('no files');
    await expect(reader.readAnswers(parts, 'a')).resolves.toMatchObject({ passage: 1 });
  });
});
