/** Words the warning that the report denies what a question takes for granted. Pure. */
import type { LinearModel } from '../choose/linear-model.ts';
import type { QuestionAnalysis } from '../question/question.ts';
import type { MeasuredPremise, PremiseInput } from './features.ts';
import type { Contradiction } from './match-candidate.ts';

/** The most words quoted after a cue. */
const wordsQuoted = 6;

/** The sentence's own words from its denial on. */
function quoteFrom({ from, to }: Contradiction, { candidate, matched }: MeasuredPremise): string {
  const { words } = matched.text;
  const first = words[from];
  if (first === undefined) return '';
  let last = words[to - 1] ?? first;
  const { clause } = last;
  for (const word of words.slice(to, from + wordsQuoted)) {
    if (word.clause !== clause) break;
    // No "with" or "and" at the end.
    if (word.isContent) last = word;
  }
  return candidate.sentence.text.slice(first.start, last.end);
}

/** The figures that only the question has, and those that only the sentence has. */
function swapped(own: ReadonlySet<string>, others: ReadonlySet<string>): [string, string] {
  const only = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...one].filter((item) => !other.has(item) && /\d/.test(item)).slice(0, 3);
  return [only(own, others).join(', '), only(others, own).join(', ')];
}

/** The model's inputs for each way of denying. */
const ways = {
  denial: ['denial', 'denialReach', 'listDenial'],
  turn: ['turnReach'],
  opposite: ['opposite', 'voteSide'],
  limit: ['limitReach', 'allToSome'],
  persistence: ['persistenceReach'],
  figure: ['figureSwapped'],
  year: ['yearSwapped'],
} as const satisfies Record<string, readonly PremiseInput[]>;

type Way = keyof typeof ways;

function mostTelling({ features }: MeasuredPremise, { weights }: LinearModel): Way | undefined {
  const told = (Object.keys(ways) as Way[]).map((way) => ({
    way,
    sum: ways[way].reduce((sum, input) => sum + (weights[input] ?? 0) * features[input], 0),
  }));
  const [most] = told.filter(({ sum }) => sum > 0).sort((a, b) => b.sum - a.sum);
  return most?.way;
}

function detailOf(
  way: Way | undefined,
  { text, years }: QuestionAnalysis,
  measured: MeasuredPremise,
): string {
  const { matched, cues } = measured;
  if (way === undefined) return '';
  if (way === 'figure' || way === 'year') {
    const asked = way === 'year' ? new Set(years) : new Set(text.toLowerCase().match(/\d[\d.,]*/g) ?? []);
    const [own, others] = swapped(asked, way === 'year' ? matched.text.years : matched.text.figures);
    return own === '' || others === '' ? '' : `it has ${others}, not ${own}`;
  }
  const quoted = quoteFrom(cues[way], measured);
  if (quoted === '') return '';
  const { asked } = cues[way];
  const word = asked === undefined ? '' : text.slice(asked.start, asked.end);
  return word === '' ? `it says “${quoted}”` : `it says “${quoted}”, the question “${word}”`;
}

/** One sentence that names the words, the figure or the year. */
export function describePremise(
  analysis: QuestionAnalysis,
  measured: MeasuredPremise,
  weights: LinearModel,
): string {
  const detail = detailOf(mostTelling(measured, weights), analysis, measured);
  const opening = 'The report may say otherwise than the question takes for granted';
  return detail === '' ? `${opening}: read the first sentence quoted closely.` : `${opening}: ${detail}.`;
}
