import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { Encoder, Models } from '../core/networks.ts';
import { createFakeReaders } from '../testing/networks/fake-readers.ts';
import { readCard } from './card.ts';
import { checkKnownOutputs } from './known-outputs.ts';
import { encoderName, networkId, networkNames, readerName } from './model-files.ts';
import { openModels } from './open-models.ts';

const { modelsDir } = loadConfig();
const processor = 'Intel(R) Core(TM) i5-7200U';

let models: Models;
beforeAll(async () => {
  models = await openModels(modelsDir);
});

const sentenceFor = async (name: string, what: string) =>
  `${await networkId(modelsDir, name)}: its files are right, but this processor (${processor}) computes otherwise: ` +
  `${what}. Answers may differ from those of other machines. Update Chapter & Verse and run \`npm ci\`; where that ` +
  "does not help, report the processor's name.";

describe('the sentences of the cards', () => {
  /** What is told of a network that gives something else. */
  async function refusal(name: string, models: Models) {
    return checkKnownOutputs(modelsDir, name, models, processor).then(
      () => null,
      (error: unknown) => (error instanceof VerseError ? [error.code, error.sentence] : error),
    );
  }

  it.each(networkNames)('get from %s what the card says', async (name) => {
    await checkKnownOutputs(modelsDir, name, models, processor);
  });

  it('tell vectors that come out otherwise', async () => {
    const { vectors } = await readCard(modelsDir, encoderName);
    const { vector } = await models.encoder.encodePassage(['Huawei.']);
    const encodePassage: Encoder['encodePassage'] = async (parts) => ({
      ...(await models.encoder.encodePassage(parts)),
      vector,
    });
    const otherwise = { ...models, encoder: { ...models.encoder, encodePassage } };
    expect(await refusal(encoderName, otherwise)).toEqual([
      'computes-otherwise',
      await sentenceFor(
        encoderName,
        `two known sentences have the cosine 1.000, not ${vectors?.knownPair.cosine.toFixed(3)}`,
      ),
    ]);
  });

  it('tell vectors that are the mean of the tokens', async () => {
    const meanPooled: Encoder = {
      ...models.encoder,
      async encodePassage(parts) {
        const encoding = await models.encoder.encodePassage(parts);
        const { dimensions } = models.encoder;
        const sum = new Float32Array(dimensions);
        encoding.tokenVectors.forEach((value, index) => {
          sum[index % dimensions] = (sum[index % dimensions] ?? 0) + value;
        });
        return { ...encoding, vector: sum.map((value) => value / Math.hypot(...sum)) };
      },
    };
    await expect(
      checkKnownOutputs(modelsDir, encoderName, { ...models, encoder: meanPooled }),
    ).rejects.toMatchObject({
      code: 'computes-otherwise',
    });
  });

  it('tell readings that come out otherwise', async () => {
    const heads = (await readCard(modelsDir, readerName)).pairs?.heads;
    const readers = createFakeReaders(0, 'Geely');
    expect(await refusal(readerName, { ...models, entailment: readers.entailment })).toEqual([
      'computes-otherwise',
      await sentenceFor(
        readerName,
        `a known sentence has the chance to be supported 0.500, not ${heads?.entailment.known.chance.toFixed(3)}`,
      ),
    ]);
    expect(await refusal(readerName, { ...models, cloze: readers.cloze })).toEqual([
      'computes-otherwise',
      await sentenceFor(
        readerName,
        `a known gap has the chance of its filling 0.000, not ${heads?.cloze.known.chance.toFixed(3)}`,
      ),
    ]);
    expect(readers.gaps).toEqual(['GAP']);
  });
});
