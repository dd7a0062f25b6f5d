/** Who did what to whom, and what because of what. Pure. */

import { stemWord } from '../../language/en/stem-word.ts';
import type { Comparison } from '../comparison.ts';
import { isCountry } from '../reading/name-keys.ts';
import { isPassive } from '../reading/passive.ts';
import type { Word } from '../reading/read-words.ts';
import type { Doubt, DoubtRule } from '../verification.ts';
import { cuesOf, markScope } from './scope.ts';

/** What one does to another, or is to another: verbs and their nouns, of which it matters who stands on which side. */
const actions = new Set(
  `takeover acquire acquisition buy purchase sell sale invest investment own owner control fund finance support supply supplier provide
  provider offer give grant help lead head found establish set create build launch join leave visit host invite ask urge warn
  accuse criticise praise sue sanction ban bar exclude block approve reject refuse deny oppose back overtake surpass exceed
  outperform beat outnumber replace follow precede depend rely dependence influence press pressure push force persuade export
  import subsidiary parent shareholder stake partner customer vendor train teach advise represent employ hire appoint succeed
  investigate monitor screen review regulate attack target protect defend merge transfer license steal copy propose suggest
  request stakeholder hamper call decide rule order remove seize charge elect defeat threaten retaliate trail dominate`
    .split(/\s+/)
    .map(stemWord),
);

/** Of them, those whose sides seldom change but with the meaning: one side is enough for a doubt. */
const oneSided = new Set(
  `takeover acquire acquisition buy purchase invest own owner supply supplier subsidiary parent shareholder stake customer
  rely depend ask request stakeholder urge visit accuse overtake surpass exceed outperform precede replace lend train appoint`
    .split(/\s+/)
    .map(stemWord),
);

/** Words this near to an action take part in it, in places. */
const reach = 8;

interface Sides {
  before: ReadonlySet<string>;
  after: ReadonlySet<string>;
}

/** The matched words on either side of an action within its sentence, in the order of an active sentence. */
function sidesOf(words: readonly Word[], at: number, taking: readonly number[]): Sides {
  const action = words[at];
  const near = taking.filter((index) => {
    const word = words[index];
    return (
      word?.sentence === action?.sentence && Math.abs((word?.place ?? 0) - (action?.place ?? 0)) <= reach
    );
  });
  const keys = (list: readonly number[]) => new Set(list.map((index) => words[index]?.key ?? ''));
  const before = keys(near.filter((index) => index < at));
  const after = keys(near.filter((index) => index > at));
  return isPassive(words, at) ? { before: after, after: before } : { before, after };
}

const inBoth = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((key) => other.has(key));
const common = (one: ReadonlySet<string>, other: ReadonlySet<string>) => inBoth(one, other).length;

/** Actions whose two sides the source has the other way round; half of one where only one side is seen to change. */
function checkRoles({ words, sourceWords, matches }: Comparison): Doubt[] {
  const takes = ({ isContent, key }: Word) => isContent && !key.startsWith('#');
  const taking = words.flatMap((word, at) => (takes(word) ? [at] : []));
  const takingThere = sourceWords.flatMap((word, at) => (takes(word) ? [at] : []));
  const names = new Set(
    words.flatMap(({ key, isCapital, opens }) => ((isCapital && !opens) || isCountry(key) ? [key] : [])),
  );
  return matches.flatMap((match, at): Doubt[] => {
    const word = words[at];
    if (match === null || word === undefined || !actions.has(word.stem)) return [];
    const said = sidesOf(words, at, taking);
    const given = sidesOf(sourceWords, match.at, takingThere);
    const [left, right] = [common(said.before, given.after), common(said.after, given.before)];
    const kept = common(said.before, given.before) + common(said.after, given.after);
    const crossed = left + right;
    if (crossed === 0) return [];
    const turned = [...inBoth(said.before, given.after), ...inBoth(said.after, given.before)];
    const isNamed = left > 0 && right > 0 && turned.some((key) => names.has(key));
    const rule = isNamed ? 'roles-named' : left > 0 && right > 0 ? 'roles' : 'roles-half';
    if (rule === 'roles-half' && !oneSided.has(word.stem)) return [];
    return [makeDoubt(rule, word.text, 'the passage has it the other way round', crossed / (crossed + kept))];
  });
}

const causes = cuesOf(
  `because, because of, due to, owing to, as a result, as a result of, thanks to, therefore, thus, hence, led to, leads to,
  caused, causing, in response to, prompted, so that, driven by, consequently, on account of, triggered, resulted in,
  in retaliation, as a consequence`,
  [],
);
const looseCauses = cuesOf(
  `after, following, since, given, amid, as, so, for, with, in order, to avoid, to reduce, in light of, against, citing, despite,
  resulting, by, allow, lead, contribute, reason, reflects, reflecting, attributed, explained, through, which`,
  'cause result prompt trigger lead drive motivate force respond response consequence reaction effect reason explain justify'.split(
    ' ',
  ),
);

/** The source sentence that most of the given words were matched in, and how many were. */
function homeOf(
  indices: readonly number[],
  { sourceWords, matches }: Comparison,
): { sentence: number; count: number } | null {
  const counts = new Map<number, number>();
  for (const at of indices) {
    const match = matches[at];
    const sentence = match === null || match === undefined ? undefined : sourceWords[match.at]?.sentence;
    if (sentence !== undefined) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? null : { sentence: best[0], count: best[1] };
}

/** Cause and effect stand within this many words of what joins them. */
const around = 9;

/** A cause that the sentence names and the source does not, or that stands in another sentence than its effect. */
function checkCauses(comparison: Comparison): Doubt[] {
  const { words, sourceWords } = comparison;
  const { cues } = markScope(words, causes);
  const given = markScope(sourceWords, causes).cues;
  const loose = markScope(sourceWords, looseCauses).cues;
  return cues.flatMap((cue): Doubt[] => {
    const range = (from: number, to: number) =>
      Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
    const before = homeOf(range(Math.max(0, cue - around), cue), comparison);
    const after = homeOf(range(cue + 1, Math.min(words.length, cue + 1 + around)), comparison);
    const homes = new Set([before?.sentence, after?.sentence].filter((home) => home !== undefined));
    const isIn = (at: number) => homes.has(sourceWords[at]?.sentence ?? -1);
    const text = words[cue]?.text ?? '';
    const isSameCue = (at: number) => sourceWords[at]?.stem === words[cue]?.stem;
    if (given.some((at) => isIn(at) && (homes.size < 2 || isSameCue(at)))) return [];
    const strength = homes.size > 1 ? 1 : loose.some(isIn) ? 0.4 : 1;
    return [makeDoubt('cause', text, 'the passage names no such cause', strength)];
  });
}

function makeDoubt(rule: DoubtRule, text: string, reason: string, strength: number): Doubt {
  return { kind: 'content', text, reason, rule, isCertain: false, strength };
}

export function checkRelations(comparison: Comparison): Doubt[] {
  return [...checkRoles(comparison), ...checkCauses(comparison)];
}
