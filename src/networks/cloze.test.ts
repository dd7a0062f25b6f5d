import { describe, expect, it } from 'vitest';
import { loadConfig } from '../config/settings.ts';
import { openReaders } from './readers.ts';

const { modelsDir } = loadConfig();

const text =
  'Finland: In Kotka, the Finnish Minerals Group partnered with Beijing Easpring to construct a plant. Finnish Minerals Group owns 30% and Beijing Easpring 70% of the joint venture.';

const spanOf = (words: string, whole: string, from = 0) => {
  const start = whole.indexOf(words, from);
  return { start, end: start + words.length };
};

describe('the cloze model', () => {
  const { fill } = openReaders(modelsDir).cloze;

  it('tells which mention of the text fills the gap', async () => {
    const bans =
      'Sweden: In 2020, the Post and Telecom Authority excluded Huawei from the 5G network. In 2023, the Security Service called China a threat, and Geely opened a centre in Gothenburg.';
    const answers = [
      ['GAP was shut out of the 5G network.', ['Geely', 'Huawei'], 'Huawei'],
      ['GAP has a new centre in Gothenburg.', ['Geely', 'Huawei'], 'Geely'],
      ['Huawei was shut out of the 5G network in GAP.', ['2020', '2023'], '2020'],
      ['The Security Service called China a threat in GAP.', ['2020', '2023'], '2023'],
    ] as const;
    for (const [sentence, words, right] of answers) {
      const mentions = words.map((one) => spanOf(one, bans)).sort((a, b) => a.start - b.start);
      const chances = await fill(bans, mentions, sentence, spanOf('GAP', sentence));
      const told = mentions.map(({ start, end }) => bans.slice(start, end));
      expect(chances[told.indexOf(right)]).toBeGreaterThan(0.8);
      expect((chances[0] ?? 0) + (chances[1] ?? 0)).toBeCloseTo(1);
    }
  });

  it('has no chance for a mention, nor for a gap, that lies beyond what it reads at once', async () => {
    const sentence = 'Beijing Easpring holds 70% of it.';
    const long = `${text} ${'The plant stands in Kotka. '.repeat(120)}Huawei left.`;
    const mentions = [spanOf('Beijing Easpring', long), spanOf('Huawei', long)];
    expect(await fill(long, mentions, sentence, spanOf('Beijing Easpring', sentence))).toEqual([1, null]);
    const late = `${'It is said that '.repeat(40)}Huawei left.`;
    expect(await fill(text, [spanOf('Finland', text)], late, spanOf('Huawei', late))).toEqual([null]);
  });

  it('is named if its files are missing', async () => {
    const missing = openReaders('/nowhere').cloze;
    await expect(missing.fill(text, [], text, { start: 0, end: 1 })).rejects.toMatchObject({
      code: 'model-missing',
      sentence: expect.stringContaining('reader-small'),
    });
  });
});
