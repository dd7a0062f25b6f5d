/** Verdicts on a document's text: its pages, words, completeness and order, and on its file. Pure. */
import { countNoun } from '../text/count-noun.ts';
import { formatPages } from '../text/format-pages.ts';
import { ocrNote } from '../wire/places.ts';
import type { Verdict } from '../wire/types.ts';
import type { Judge } from './judge.ts';
import { sharePercent } from './share-percent.ts';
import { thresholds } from './thresholds.ts';

/** The verdict on a share that should be small. */
export function judgeShare(share: number, { look, poor }: { look: number; poor: number }): Verdict {
  return share > poor ? 'poor' : share > look ? 'look' : 'good';
}

/** Letters of the pages read by OCR that are named; of more scattered ones, how many there are. */
const mostPlaces = 60;

export const judgePages: Judge = ({ pageCount, report }) => {
  const { sparsePages, ocr, unread } = report;
  const base = `${countNoun(pageCount, 'page')}.`;
  if (unread !== undefined) {
    return {
      verdict: judgeShare(unread.pages.length / pageCount, thresholds.unreadPages),
      finding: `${base} ${countNoun(unread.pages.length, 'page')} without text, as in a scan: what they say is not found.`,
      advice: unread.remedy,
    };
  }
  if (ocr !== undefined) {
    const places = formatPages(ocr.pages);
    const named = places.length > mostPlaces ? countNoun(ocr.pages.length, 'page') : places;
    const read = `${countNoun(pageCount, 'page')}; ${named}${ocrNote({ ocr })} (${ocr.languages}).`;
    if (ocr.confidence >= thresholds.ocr.good) {
      return { verdict: 'look', finding: read, advice: 'Hold figures and names against the page.' };
    }
    return {
      verdict: ocr.confidence < thresholds.ocr.poor ? 'poor' : 'look',
      finding: `${read} Its words are unsure.`,
      advice:
        'Scan it again, upright and at 300 dots an inch; check the language of OCR (VERSE_OCR_LANGUAGES).',
    };
  }
  const sparse =
    sparsePages.length === 0
      ? 'All have text.'
      : `${countNoun(sparsePages.length, 'page')} with hardly any text: blanks, dividers or pictures.`;
  return { verdict: 'good', finding: `${base} ${sparse}` };
};

export const judgeWords: Judge = ({ report: { counts, brokenWords } }) => {
  if (counts?.words === undefined) return undefined;
  const { all, unknown } = counts.words;
  const bad = unknown + (brokenWords?.left ?? 0);
  const verdict = judgeShare(bad / Math.max(1, all), thresholds.unknownWords);
  const mended =
    brokenWords !== undefined && brokenWords.mended > 0
      ? ` ${countNoun(brokenWords.mended, 'word')} with letters that the file does not name, or names wrongly, mended.`
      : '';
  const finding = `${bad.toLocaleString('en')} of ${countNoun(all, 'word')} in no dictionary, or broken (${sharePercent(bad, all)}).${mended}`;
  if (verdict === 'good') return { verdict, finding };
  return {
    verdict,
    finding,
    advice:
      'Questions do not find words that were misread. Where the examples are no words, get the file from another source, or print it to PDF anew and read that by OCR.',
  };
};

export const judgeCompleteness: Judge = ({ report: { counts } }) => {
  if (counts === undefined) return undefined;
  const { all, lost } = counts.characters;
  const verdict = judgeShare(lost / Math.max(1, all), thresholds.lost);
  if (lost === 0) {
    return { verdict, finding: 'Every line is in a passage or was left out for a reason.' };
  }
  return {
    verdict,
    finding: `${sharePercent(lost, all)} of the text is in no passage, and no rule left it out.`,
    ...(verdict !== 'good' && { advice: 'What these lines say is not found. Read them on their pages.' }),
  };
};

export const judgeOrder: Judge = ({ pageCount, report: { counts } }) => {
  if (counts === undefined) return undefined;
  const { length } = counts.upwardPages;
  const verdict = judgeShare(length / pageCount, thresholds.upwardPages);
  if (length === 0) {
    return { verdict, finding: 'The text runs down its columns on every page.' };
  }
  return {
    verdict,
    finding: `On ${countNoun(length, 'page')} a sentence breaks off and the text goes on further up, as in charts, boxes and slides.`,
    advice:
      'There, sentences may be joined of pieces that do not belong together: read quotations on their page.',
  };
};

export const judgeLanguage: Judge = ({ language }) =>
  language === 'und'
    ? {
        verdict: 'look',
        finding: 'It is in no language that is known here.',
        advice: 'Ask by names, numbers and the words of the document itself.',
      }
    : { verdict: 'good', finding: `Its language is known (${language}).` };

export const judgeFile: Judge = ({ report: { damage = [] } }) =>
  damage.length === 0
    ? { verdict: 'good', finding: 'Nothing in the file is damaged.' }
    : {
        verdict: 'look',
        finding: `Damaged, and read all the same: ${damage.join('; ')}.`,
        advice: 'Get the file anew; something may be missing where it is damaged.',
      };
