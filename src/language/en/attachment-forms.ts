/** What the order of words tells in English of who does what, and whose a thing is. Pure. */
import type { AttachmentForms, LinkRole } from '../../core/statement-forms.ts';
import { listWords } from '../list-words.ts';
import { stemWord } from './stem-word.ts';

const links: readonly LinkRole[] = [
  'of',
  'in',
  'with',
  'to',
  'from',
  'on',
  'by',
  'at',
  'against',
  'for',
  'into',
];
const stemsOf = (words: string) => new Set([...listWords(words)].map(stemWord));

export const attachmentForms: AttachmentForms = {
  links: new Map(links.map((link) => [link, link])),
  prepositions: listWords(`
    of in with at for by from to on near between among against about than like via into toward towards after before
    without through over under within including as`),
  owners: /^(?:its|their|his|her|our)$/,
  determiners: /^(?:the|its|their|then|former)$/,
  adjective: /(?:ese|ish|an|ch|ic|ek|ss)$/,
  verb: /^(?:\p{L}+ed|held|says?|said|drew|makes?|made|went|rose|fell|grew|took|saw|leads?|led|builds?|built|met|won|lost|set|put|runs?|ran|became|becomes?|remains?|already|may|might|uses?|wants?|plans?|plays?)$/u,
  verbForm:
    /^(?!across$|whereas$|besides$|perhaps$|always$|versus$|overseas$)(?:.*(?:ed|s|ught|old|aid|ew|ook|ave|ade|wn)|set|met|let|put|cut|went|sent|spent|lent|built|lost|kept|left|felt|ran|began|won|led|fell|did|rose|chose|chosen|given|taken|broken)$/,
  adverb: /ly$|^since$/,
  beforeVerb: /ly$|^also$/,
  breaks: /^(?:and|or|that|which|who|of|for|by|with|to)$/,
  passiveVerbs: listWords('is are was were been being be got get'),
  participle: /(?:ed|en|wn|ght|ld|de|ut|un|id|nt)$/,
  agent: 'by',
  shared: stemsOf(`
    side institution company firm business actor counterpart university player partner part way group one relation import
    export enterprise entity authority official government state country nation academy scholar scientist research
    researcher member investor share sale goods opinion view law producer maker manufacturer brand`),
  speech: stemsOf(`
    say said says note warn state stress suggest argue call claim add explain report tell told announce declare emphasise
    highlight point see think believe find found recommend`),
  nameLink: /^(?:of|for|and|the|on|[-–/&(),])$/,
  listLink: /^(?:and|or|the|with|as|well|both|[-–—/,&])$/,
  unnamedOwner: /^(?:its|their|his|her|our|country|countries|national|domestic|local|home)$/,
};
