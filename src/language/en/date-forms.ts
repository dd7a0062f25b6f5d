/** How dates are written in English, and derived. Pure. */
import type { DateForms } from '../../core/number-forms.ts';
import { findDates, months } from './find-dates.ts';

const month =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

export const dateForms: DateForms = {
  find: findDates,
  monthOf: (word) => (month.test(word) ? months.indexOf(word.slice(0, 3)) + 1 : 0),
  // "In 2000", and not "2000 workers".
  tellsYear:
    /(?:\b(?:in|since|by|until|till|from|to|and|between|during|before|after|of|early|late|mid|spring|summer|autumn|winter|than|over|on)(?: the year)?[ -]|[-–/\d])$/i,
  untilEnd: /\b(?:by|until|before)(?: the)? $/i,
  sinceStart: /\b(?:since|after|from)(?: the)? $/i,
  beforeYear: /\bbefore (?:the year )?$/i,
  opensRange: /\b(?:between|from|to|and|until)\b|\d ?[-–]/i,
  // "The following year", "a year later", "year on year", "compared with the decade before".
  aYear:
    /\b(?:following|next|previous|preceding|subsequent|prior|last) year\b|\byear[- ](?:on|over)[- ]year\b|\byear (?:before|earlier|ago|later|after)\b|\bannual(?! (?:report|review|assessment|survey|meeting))|\bturn of\b/i,
  aDecade: /\b(?:an?|one) decade\b/i,
  later:
    /\b(?:days?|weeks?|months?|years?) (?:later|earlier|after|before|ahead|late|on|prior|previously)\b|\b(?:next|following|previous|preceding) (?:day|week|month|\p{L}+day)\b/iu,
  century: /\bcentur(?:y|ies)\b/i,
  // "The winter of 2022/23", "the year after 2016".
  turn: /\d\/\d\d$|\b(?:turn|year)\b/i,
  anniversary: /^ (?:anniversary|birthday)\b/i,
  years: /^[ -]years?\b(?! plans?\b)/i,
  decades: /^[ -]decades?\b/i,
  inWords: /\bmonth of\b/i,
  article: /\bthe $/i,
};
