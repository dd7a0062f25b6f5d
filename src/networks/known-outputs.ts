/** Runs the networks on their cards' examples, to detect a processor that computes differently. */
import { cpus } from 'node:os';
import { VerseError } from '../core/errors.ts';
import type { AnswerReader, ClozeModel, EntailmentModel, Models } from '../core/networks.ts';
import type { Span } from '../core/types.ts';
import { type Card, readCard, toNetworkId } from './card.ts';

/** Tolerance for rounding. Saturating int8 weights moved the cosine by .079, pooling by the mean by .064. */
const tolerances = { cosine: 0.01, chance: 0.05 } as const;

type Vectors = NonNullable<Card['vectors']>;
type Heads = NonNullable<Card['pairs']>['heads'];

async function giveCosine({ knownPair }: Vectors, { encoder }: Models): Promise<number> {
  const [first, second] = knownPair.texts;
  const left = (await encoder.encodePassage([first])).vector;
  const right = (await encoder.encodePassage([second])).vector;
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

function toChance(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

async function giveSupport(
  { text, sentence }: Heads['entailment']['known'],
  model: EntailmentModel,
): Promise<number> {
  return toChance(await model.entails(text, sentence));
}

async function giveAnswers(
  { text, sentence }: Heads['answers']['known'],
  reader: AnswerReader,
): Promise<{ sentence: number; passage: number; denial: number }> {
  const { passage, sentences, denials } = await reader.readAnswers(['', text], sentence);
  return {
    sentence: toChance(sentences[0] ?? Number.NaN),
    passage: toChance(passage),
    denial: toChance(denials[0] ?? Number.NaN),
  };
}

function placeOf(words: string, text: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

async function giveFilling(
  { text, mentions, sentence, gap }: Heads['cloze']['known'],
  model: ClozeModel,
): Promise<number> {
  const places = mentions.map((mention) => placeOf(mention, text));
  const [chance] = await model.fill(text, places, sentence, placeOf(gap, sentence));
  return chance ?? Number.NaN;
}

/** The card with the actual outputs in place of the expected ones. */
export async function giveKnownOutputs(card: Card, models: Models): Promise<Card> {
  const given = structuredClone(card);
  const { vectors, pairs } = given;
  if (vectors !== undefined) vectors.knownPair.cosine = await giveCosine(vectors, models);
  if (pairs !== undefined) {
    const { entailment, answers, answerable, denies, cloze } = pairs.heads;
    answers.known.chance = (await giveAnswers(answers.known, models.answers)).sentence;
    answerable.known.chance = (await giveAnswers(answerable.known, models.answers)).passage;
    denies.known.chance = (await giveAnswers(denies.known, models.answers)).denial;
    entailment.known.chance = await giveSupport(entailment.known, models.entailment);
    cloze.known.chance = await giveFilling(cloze.known, models.cloze);
  }
  return given;
}

interface KnownOutput {
  what: string;
  value: number;
  tolerance: number;
}

function listKnown({ vectors, pairs }: Card): KnownOutput[] {
  const rows: [string, number | undefined, number][] = [
    ['two known sentences have the cosine', vectors?.knownPair.cosine, tolerances.cosine],
    [
      'a known sentence has the chance to be supported',
      pairs?.heads.entailment.known.chance,
      tolerances.chance,
    ],
    ['a known sentence answers with the chance', pairs?.heads.answers.known.chance, tolerances.chance],
    ['a known text answers with the chance', pairs?.heads.answerable.known.chance, tolerances.chance],
    ['a known sentence denies with the chance', pairs?.heads.denies.known.chance, tolerances.chance],
    ['a known gap has the chance of its filling', pairs?.heads.cloze.known.chance, tolerances.chance],
  ];
  return rows.flatMap(([what, value, tolerance]) =>
    value === undefined ? [] : [{ what, value, tolerance }],
  );
}

/**
 * Runs a network on its card's examples, about 30 ms, after its files have been checked.
 * @param name its folder below `modelsDir`.
 * @throws VerseError `computes-otherwise` if the outputs differ.
 */
export async function checkKnownOutputs(
  modelsDir: string,
  name: string,
  models: Models,
  processor: string = cpus()[0]?.model.trim() ?? 'unknown',
): Promise<void> {
  const card = await readCard(modelsDir, name);
  const given = listKnown(await giveKnownOutputs(card, models));
  for (const [at, { what, value, tolerance }] of listKnown(card).entries()) {
    const found = given[at]?.value ?? Number.NaN;
    if (Math.abs(found - value) <= tolerance) continue;
    throw new VerseError(
      'computes-otherwise',
      `${toNetworkId(name, card)}: its files are right, but this processor (${processor}) computes otherwise: ${what} ${found.toFixed(3)}, not ${value.toFixed(3)}.`,
      "Answers may differ from those of other machines. Update Chapter & Verse and run `npm ci`; where that does not help, report the processor's name.",
    );
  }
}
