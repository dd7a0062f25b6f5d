/** How dates are written, as one pattern with named groups. */
import { currencyLetters } from './currencies.ts';
import { ordinalWord, tens } from './number-words.ts';

/** The name of a month, whole or cut, as the source of a pattern. */
export const monthName =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?!\\p{L})';
/** Centuries and decades ("the 1600s", "the 1620s") go further back than years. */
const year = '(?:(?:1[89]|20)\\d\\d|1[0-7]\\d0(?=s\\b))';
const weeks = '(?:days?|weeks?|months?|part)';
const part =
  '(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[- ](?:spring|summer|autumn|fall|winter)|[Ee]arly|[Mm]id(?:dle)?|[Ll]ate|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[Ss]tart|[Bb]eginning|[Ee]nd|[Cc]lose|[Yy]ear-end' +
  `|(?:[Ff]irst|[Oo]pening|[Ee]arly) (?:few |two |three )?${weeks}|(?:[Ll]ast|[Cc]losing|[Ff]inal) (?:few |two |three )?${weeks}` +
  '|(?:[Ff]irst|[Oo]pening|[Ss]econd|[Ll]ast|[Cc]losing) six months|(?:[Ff]irst|[Ss]econd|[Ll]atter) half|H[12]|Q[1-4]|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|1st|2nd|3rd|4th)[- ]quarter)';
/** "Came to an end in 2017", "its start in 2015", "output fell, and the fall in 1995" name no part of it. */
const noPart = '(?:[Ss]tart|[Bb]eginning|[Ee]nd|[Cc]lose|[Ff]all|[Ss]pring) in (?!the )';
/** From a part to what it is a part of. */
const link = '(?:[-/ ](?:of |in )?(?:the )?(?:year )?)';
/** "The nineties". */
const decadeWord = tens.map((ten) => `[${ten[0]}${ten[0]?.toUpperCase()}]${ten.slice(1, -1)}ies`).join('|');
const ordinal = '(?:st|nd|rd|th)?';

export const datePattern = new RegExp(
  [
    `(?<iso>(?<![\\d/.-])${year}-\\d\\d(?:-\\d\\d)?(?!\\d))`,
    `(?<numeric>(?<![\\d/.-])\\d{1,2}(?<mark>[/.])(?: ?\\d{1,2}\\k<mark>)? ?${year}(?![\\d/]))`,
    `(?<=\\b(?:[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|(?:weekend|week|day|morning|evening|night) of) )(?<dayMonth>\\d{1,2}/\\d{1,2})(?![\\d/])`,
    `(?<yearFirst>(?<![\\d/.-])${year}/(?:0[1-9]|1[0-2])(?:/\\d\\d)(?!\\d))`,
    `(?<nthMonth>\\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth|[Ll]ast)) month of (?:the year )?(?<nthYear>${year})(?!\\d)`,
    `(?<part>\\b${part}${link})?(?:(?:(?<day>\\b\\d{1,2})${ordinal}(?: of)?|(?<dayWord>\\b(?:${ordinalWord}|first)) of) )?(?<month>\\b${monthName})(?:[ ](?<dayAfter>\\d{1,2})${ordinal}(?!\\d|[.,]\\d(?!\\d{3})|\\s?%)\\b)?(?:,? (?:of )?(?:the year )?(?:(?<monthYear>${year})(?!\\d)|['’](?<monthShort>\\d\\d)(?!\\d)))?`,
    `(?<shortPart>\\b(?!${noPart})${part}${link})?(?<=(?:^|[\\s(])|['’]\\d\\d[-–/])['’](?<short>\\d\\d)(?![\\d\\p{L}])`,
    `(?<decadePart>(?<!\\b(?:[Hh]is|[Hh]er|[Tt]heir) )\\b${part}${link})?(?<!\\b(?:[Hh]is|[Hh]er|[Tt]heir)(?:[ -](?:early|mid|late))?[ -])\\b(?<decadeWord>${decadeWord})\\b(?: of the (?<centuryOf>[\\p{L}\\d]+) century\\b)?`,
    `(?<yearPart>\\b(?!${noPart})${part}${link})?(?:FY ?)?(?<![\\d.,\\p{Sc}]|(?:${currencyLetters}) )(?<year>${year})(?<decade>s\\b)?(?:(?<dash>[-–/])(?<to>\\d\\d(?:\\d\\d)?)(?!\\d|%))?(?![\\d%]|[.,]\\d{3}|\\s?(?:%|per ?cent|million|billion|euro|companies|people|jobs))`,
  ].join('|'),
  'gu',
);
