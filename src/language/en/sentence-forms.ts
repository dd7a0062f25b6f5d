/** Where English sentences do not end. Pure. */
import type { SentenceForms } from '../../core/language.ts';
import { listWords } from '../list-words.ts';

/** German ones with them: the endnotes of English reports cite German titles. */
const abbreviations = `
  e.g i.e cf vs etc al approx ca incl excl no nos vol vols ed eds fig figs p pp para art ch sec
  mr mrs ms dr prof st sr jr rev gen gov sen rep hon messrs mme
  inc ltd co corp plc llc gmbh bros dept univ est
  jan feb mar apr jun jul aug sep sept oct nov dec
  u.s u.k e.u u.n p.r d.c a.m p.m ph.d z.b d.h bzw usw nr`;

export const sentenceForms: SentenceForms = {
  abbreviations: listWords(abbreviations),
  mayEnd: listWords('etc al inc ltd co corp plc llc u.s u.k e.u u.n d.c a.m p.m'),
  opener:
    /^["“'‘(]?(?:The|This|That|These|Those|It|In|On|At|For|But|And|However|While|As|A|An|He|She|They|We|Since|After|Although|To|By|With|From|Its|Their)\b/,
};
