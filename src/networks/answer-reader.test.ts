import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config/settings.ts';
import { openReaders } from './readers.ts';

const { modelsDir } = loadConfig();

const parts = [
  'Water supply. ',
  'The reservoir above the town was finished in 1911. ',
  'It holds 2.4 million cubic metres and feeds three treatment works. ',
  'Losses in the network fell to 9 percent in 2019. ',
];

describe('the answer reader', () => {
  const { readAnswers } = openReaders(modelsDir).answers;
  const likeliest = (sentences: readonly (number | null)[]) =>
    sentences.indexOf(Math.max(...sentences.map((one) => one ?? -Infinity)));

  it.each([
    ['When was the dam completed?', 0],
    ['How much water does the reservoir hold?', 1],
    ['What share of the water leaks out of the pipes?', 2],
  ])('finds the sentence that answers "%s"', async (question, at) => {
    const { sentences } = await readAnswers(parts, question);
    expect(sentences).toHaveLength(3);
    expect(likeliest(sentences)).toBe(at);
  });

  it('tells a passage that answers from one that only speaks of the matter', async () => {
    const answered = await readAnswers(parts, 'How much water can be stored?');
    const other = await readAnswers(parts, 'Who designed the treatment works?');
    expect(answered.passage).toBeGreaterThan(other.passage);
  });

  it('reads a passage that is longer than its window part by part', async () => {
    const repairs = 'The town repaired another mile of the pipes. ';
    const long = [...parts, ...Array.from({ length: 40 }, () => repairs), parts[2] ?? ''];
    const { passage, sentences } = await readAnswers(long, 'How much water can be stored?');
    expect(sentences).not.toContain(null);
    expect(likeliest(sentences.slice(0, -1))).toBe(1);
    expect(likeliest(sentences.slice(3))).toBe(40);
    expect(passage).toBeGreaterThan(
      (await readAnswers(['Repairs. ', repairs], 'How much water can be stored?')).passage,
    );
  });

  it('has nothing to say of a sentence that is longer than its window', async () => {
    const long = [...parts, 'The town repaired another mile of the pipes. '.repeat(60)];
    const { sentences } = await readAnswers(long, 'How much water can be stored?');
    expect(sentences.map((one) => one === null)).toEqual([false, false, false, true]);
  });

  it('is named if its files are missing', async () => {
    const { readAnswers: missing } = openReaders('/nowhere').answers;
    await expect(missing(parts, 'When?')).rejects.toMatchObject({ code: 'model-missing' });
  });
});
