/** How English denies. Pure. */
import type { PolarityForms } from '../../core/statement-forms.ts';
import { listWords } from '../list-words.ts';
import { stemWord } from './stem-word.ts';

const weak = `
  fail failure refuse refusal reject rejection deny lack absent absence prevent avoid abstain abstention exclude exclusion ban
  bar prohibit prohibition forbid block oppose unlikely unable inability unwilling impossible reluctant reluctance doubt cease
  hesitate outlaw decline dismiss unsuccessful rarely seldom barely scarcely little few less fewer only yet alone out away
  exclusively beyond free instead rather far short against unlike apart
  miss unclear undisclosed unspecified unaware unknown unchanged unconcerned remain stop end halt limit restrict except
  withhold omit drop abandon leave cancel exempt stay insufficient incomplete unaffected unresolved pending still dispute
  cautious cautiously caution warn large high low small escape negligible minimal outlying disengage independent neutral
  reverse lose suspend abolish remove replace stall freeze quit depart exit outside keep`;

export const polarityForms: PolarityForms = {
  denial: /^(?:not|never|cannot|neither|(?:is|was|does|did|do|has|have)n['’]t)$/,
  mayDeny: /^(?:no|nor|without|hardly|none|nothing|nobody|nowhere|n't|.+n['’]t)$/,
  twoWords: /^no longer(?: |$)/,
  // "Not only", "no doubt", "no less than", "never more".
  noDenial:
    /^(?:not|no) (?:only|just|merely|least|doubt|matter|new)\b|^no (?:other|less|fewer) than\b|^(?:no|never|nobody) (?:\S+ ){1,2}(?:more|as)\b/,
  weak: new Set([...listWords(weak)].map(stemWord)),
  // "The lack of a strong basis".
  fromAfar:
    /^(?:lack\w*|absen\w+|little|less|few|fewer|barely|scarcely|rarely|seldom|fail\w*|refus\w+|unlikely|instead|rather|short|far|prevent\w*|avoid\w*|unable)$/,
  // What one exports another imports, a new government comes after the former.
  relative:
    /^(?:import|export|suppl|deman|buy|sell|sold|bought|purchas|later|earl|late|longer|shorter|upward|before|after|follow|preced|prior|subsequ|home|abroad|foreign|domest|local|public|privat|first|last|final|initi|new|object)/,
};
