/** Words by which a report says otherwise: they deny, turn into the opposite, narrow down, or say that a thing goes on. Pure. */
import { stemWord } from '../../language/en/stem-word.ts';

export type CueKind = 'denial' | 'turn' | 'limit' | 'persistence';

interface CueWords {
  /** Words and phrases as they stand, between commas. */
  phrases: string;
  /** Words in any form. */
  words: string;
}

const cueWords: Record<CueKind, CueWords> = {
  denial: {
    phrases: `not, no, never, none, nothing, nobody, neither, nor, without, cannot, no longer, not yet, yet to, far from,
      rather than, instead of, nowhere, free of, unlike`,
    words: '',
  },
  turn: {
    phrases: `ruled out, rule out, turned down, turn down, pulled out, pull out, shut out, falls short, fell short,
      given up, gave up, give up, little interest, on paper, leave out, left out, leaves out, hold back, held back,
      stay away, put on hold`,
    words: `fail failure refuse refusal reject rejection deny lack absent absence avoid abstain abstention unlikely unable
      inability unwilling impossible reluctant reluctance doubt unmet unsuccessful unclear uncertain unspecified undisclosed
      suspend shelve collapse reticent hesitant sceptical scepticism disappointment missing negligible nonexistent meagre
      contradict disprove deter unfounded`,
  },
  limit: {
    phrases: `only, hardly, barely, scarcely, rarely, seldom, little, few, merely, just, at most, mostly, largely, partly,
      some, less, small fraction, simply, quietly`,
    words: 'limited modest small minor marginal insufficient',
  },
  persistence: {
    phrases: 'still, so far, thus far, hitherto, to date, for now, to this day, as of now, since, long-term',
    words: 'remain stay continue maintain retain persist endure',
  },
};

/** What only looks like a cue. */
const noCues = new Set(
  'not only, not just, not merely, no doubt, no less, no other, no fewer, not least, not so'.split(', '),
);

const stemsOf = (words: string) => (words.match(/\S+/g) ?? []).map((word) => stemWord(word));

const phrasesByFirst = new Map<string, { words: string[]; kind: CueKind }[]>();
const kindOfStem = new Map<string, CueKind>();
for (const kind of ['denial', 'turn', 'limit', 'persistence'] as const) {
  const { phrases, words } = cueWords[kind];
  for (const stem of stemsOf(words)) kindOfStem.set(stem, kind);
  for (const phrase of phrases.split(',').map((one) => one.trim().split(' '))) {
    const [first = ''] = phrase;
    const known = [...(phrasesByFirst.get(first) ?? []), { words: phrase, kind }];
    phrasesByFirst.set(
      first,
      known.sort((a, b) => b.words.length - a.words.length),
    );
  }
}

export interface Cue {
  kind: CueKind;
  /** Index of its first word, and of the word after its last. */
  from: number;
  to: number;
}

/** The cues among the words of a text. */
export function findCues(words: readonly { lower: string; stem: string }[]): Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < words.length; at++) {
    const { lower = '', stem = '' } = words[at] ?? {};
    if (noCues.has(`${lower} ${words[at + 1]?.lower ?? ''}`)) {
      at += 1;
      continue;
    }
    const phrase = phrasesByFirst
      .get(lower)
      ?.find((one) => one.words.every((word, offset) => words[at + offset]?.lower === word));
    const kind = phrase?.kind ?? (/n['’]t$/.test(lower) ? 'denial' : kindOfStem.get(stem));
    if (kind === undefined) continue;
    const to = at + (phrase?.words.length ?? 1);
    cues.push({ kind, from: at, to });
    at = to - 1;
  }
  return cues;
}

/** What one does, and what one does not at the same time: a line is a matter, a bar stands between its sides. */
const sides = `
continue remain keep kept maintain retain persist resume still deploy secure uphold | stop end drop halt cease quit abandon sell shun discontinue remove dismiss cut sever break fade shut limit restrict curb reduce
use buy purchase acquire install deploy procure adopt welcome popular open accept choose partner invest cooperate | refuse reject shun ban exclude remove boycott avoid prohibit outlaw shut
allow let permit admit keep approve open invite | exclude ban bar prohibit refuse reject block outlaw forbid veto shut curb restrict limit
dominate dominant lead leading majority most largest outperform surpass overtake large half ahead bulk | marginal fraction modest small minor second behind below lag few
rise grow climb increase gain expand triple double improve surge jump boom intensify strengthen deepen heighten | fall drop shrink decline decrease slump lose loss fade halve slip cease diminish low shorten dwindle slow
agree unite align unify coordinate consensus | lack differ disagree fragment diverge split
praise welcome favour support friendly positive endorse approve trust popular warm enthusiastic attractive | criticise criticism warn condemn oppose negative reject sceptical threat adversary against abstain shun distrust hostile
favour support push promote approve advocate | oppose against abstain reluctance reluctant resist reject sceptical block
open openly transparent eager keen enthusiastic | hesitant reluctant reticent cautious secret low-profile
succeed success successful profit profitable profitability breakthrough fruitful | fail failure unsuccessful loss lose collapse bankruptcy disappointment
long longer lengthy large expand extend detailed | short shorter thin
cheap cheaper easier affordable | costly costlier expensive dear harder
join sign enter accede stay remain belong | leave withdraw quit exit abstain
lose cost destroy cut | preserve restore secure keep create gain stabilise
start open begin launch establish resume | stop cancel shelve suspend halt withdraw abandon pull close delay reject
keep retain protect | remove dismiss oust lose
need depend rely require | independent self-sufficient without
confirm prove show | contradict disprove refute deny
legal law binding formal official | informal voluntary guidance
grant widen wider approve give | refuse reject deny restrict limit
warn caution criticise | praise positive welcome opportunity laud
expect likely certain convinced sure | unlikely doubt sceptical
public state | private
surplus | deficit
export seller supplier | import buyer
often frequent always constantly | rarely seldom never hardly
strong leading large central important | weak marginal small limited little
`;

const sidesOf = new Map<string, { matter: number; side: number }[]>();
for (const [matter, line] of sides.trim().split('\n').entries()) {
  for (const [side, words] of line.split('|').entries()) {
    for (const stem of stemsOf(words)) sidesOf.set(stem, [...(sidesOf.get(stem) ?? []), { matter, side }]);
  }
}

/** Whether a stem takes any side at all. */
export const takesSide = (stem: string) => sidesOf.has(stem);

function sharesMatter(a: string, b: string, sameSide: boolean): boolean {
  const own = sidesOf.get(a);
  const others = sidesOf.get(b);
  if (own === undefined || others === undefined) return false;
  return own.some((one) =>
    others.some((other) => one.matter === other.matter && (one.side === other.side) === sameSide),
  );
}

/** Whether two stems take opposite sides of a matter. */
export const areOpposed = (a: string, b: string) => sharesMatter(a, b, false);

/** Whether two stems take the same side of a matter. */
export const areAllied = (a: string, b: string) => sharesMatter(a, b, true);
