import { describe, expect, it } from 'vitest';
import { createFakeEncoder } from '../testing/fake-encoder.ts';
import { rememberEncodings } from './remember-encodings.ts';

describe('rememberEncodings', () => {
  it('encodes the same parts once', async () => {
    const encoder = createFakeEncoder();
    const remembering = rememberEncodings(encoder);
    const [first, second] = await Promise.all([
      remembering.encodePassage(['Volvo Cars', 'Geely']),
      remembering.encodePassage(['Volvo Cars', 'Geely']),
    ]);
    expect(second).toBe(first);
    expect(first).toEqual(await encoder.encodePassage(['Volvo Cars', 'Geely']));
    await remembering.encodePassage(['Volvo Cars Geely']);
    expect(encoder.calls).toHaveLength(3);
  });

  it('forgets what was not asked for the longest', async () => {
    const encoder = createFakeEncoder();
    const remembering = rememberEncodings(encoder, 2);
    for (const name of ['Geely', 'Huawei', 'Geely', 'Nexperia', 'Geely', 'Huawei']) {
      await remembering.encodePassage([name]);
    }
    expect(encoder.calls.map(({ parts }) => parts[0])).toEqual(['Geely', 'Huawei', 'Nexperia', 'Huawei']);
  });

  it('tries again what failed', async () => {
    const encoder = createFakeEncoder();
    let failures = 1;
    const remembering = rememberEncodings({
      ...encoder,
      encodePassage: async (parts) => {
        failures -= 1;
        if (failures === 0) throw new Error('out of memory');
        return encoder.encodePassage(parts);
      },
    });
    await expect(remembering.encodePassage(['Geely'])).rejects.toThrow('out of memory');
    expect((await remembering.encodePassage(['Geely'])).tokens).toHaveLength(1);
  });
});
