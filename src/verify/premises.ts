/** The texts that the networks read beside a written sentence: the sources, as far as they fit, and their nearest sentences. Pure. */
import { rankSentences, weighSentences } from './aligned-sentences.ts';
import { type Alignment, sentencesOf } from './alignment.ts';
import type { SourceText } from './verification.ts';

/** Joins the sources to one text, each after its chapter's name, as the entailment model was trained on passages. */
function toPremise(sources: readonly SourceText[]): string {
  return sources
    .map(({ text, chapter }, at) =>
      chapter === undefined || chapter === sources[at - 1]?.chapter ? text : `${chapter}: ${text}`,
    )
    .join(' ');
}

/** Each sentence as a source of its own. */
function divide(sources: readonly SourceText[]): SourceText[] {
  return sources.flatMap((source) =>
    sentencesOf(source).map((text) => ({ ...source, text, sentences: [text] })),
  );
}

/** The most that is read beside a sentence, in characters: what lies beyond the network's window it does not see. */
const longestRead = 1200;
/** How many stretches of longer sources are read. */
const stretchesRead = 3;

/** Sentences that follow each other, and how much of the written sentence they have. */
interface Stretch {
  from: number;
  /** Exclusive. */
  to: number;
  said: number;
}

/** The longest stretch from each sentence on. */
function listStretches(sentences: readonly SourceText[], said: ReadonlyMap<number, number>): Stretch[] {
  const stretches: Stretch[] = [];
  let to = 0;
  let length = 0;
  let sum = 0;
  for (let from = 0; from < sentences.length; from += 1) {
    while (to < sentences.length) {
      const further = (sentences[to]?.text.length ?? 0) + 1;
      if (to > from && length + further > longestRead) break;
      length += further;
      sum += said.get(to) ?? 0;
      to += 1;
    }
    stretches.push({ from, to, said: sum });
    length -= (sentences[from]?.text.length ?? 0) + 1;
    sum -= said.get(from) ?? 0;
  }
  return stretches;
}

/** What is read at once, as a text and as the sources that it is made of. */
export interface Premise {
  text: string;
  sources: readonly SourceText[];
}

const asPremise = (sources: readonly SourceText[]): Premise => ({ text: toPremise(sources), sources });

/**
 * The sources as one premise where they can be read at once, or else the stretches that have most of the written sentence,
 * best first, without overlap.
 */
export function toWholePremises(
  alignment: Alignment,
  sources: readonly SourceText[],
): [Premise, ...Premise[]] {
  const whole = asPremise(sources);
  if (whole.text.length <= longestRead) return [whole];
  const sentences = divide(sources);
  const kept: Stretch[] = [];
  const ranked = listStretches(sentences, weighSentences(alignment)).sort((a, b) => b.said - a.said);
  for (const stretch of ranked) {
    if (kept.length === stretchesRead || (kept.length > 0 && stretch.said <= 0)) break;
    if (kept.every(({ from, to }) => stretch.to <= from || stretch.from >= to)) kept.push(stretch);
  }
  const [first = whole, ...others] = kept.map(({ from, to }) => asPremise(sentences.slice(from, to)));
  return [first, ...others];
}

/**
 * The second-best aligned sentence is read with the best one if it has at least this share of the words found. That
 * tells supported from changed sentences better: the area under the ROC curve is .79 rather than .74 for 154 sentences
 * by authors new to the model, and .915 rather than .906 for 322 on dev chapters. Shares of a third or a quarter make
 * no difference.
 */
const secondSentence = 0.4;

/** The best aligned sentence of the sources, or the best two, after their chapter's name. */
export function toNearestPremise(alignment: Alignment, sources: readonly SourceText[]): string {
  const ranked = rankSentences(alignment);
  const all = ranked.reduce((sum, [, said]) => sum + said, 0);
  const nearest = ranked.filter(
    ([, said], rank) => rank === 0 || (rank === 1 && said >= secondSentence * all),
  );
  const indices = nearest.length === 0 ? [0] : nearest.map(([index]) => index);
  return toPremise(divide(sources).filter((_, index) => indices.includes(index)));
}
