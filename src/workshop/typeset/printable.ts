/** Texts in the letters that the fonts of `make-pdf.ts` have. Pure. */
import { winAnsi } from './make-pdf.ts';

/** What is printed for signs of which no normal form is one that the fonts have. */
const likes: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  '\u00ad': '',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u25a0': '•',
};

/** For all others: a letter, which ends no sentence and begins no note. */
const other = 'x';

const isPrintable = (sign: string): boolean =>
  /[ -~\u00a1-\u00ff]/.test(sign) || (sign > '\u00ff' && winAnsi.includes(sign));

const find = (sign: string): string | undefined => likes[sign] ?? (isPrintable(sign) ? sign : undefined);

const withoutAccents = (sign: string): string => sign.normalize('NFKD').replace(/\p{M}/gu, '');

const printSign = (sign: string): string =>
  find(sign) ?? [...withoutAccents(sign)].map((one) => find(one) ?? other).join('');

/** The text with one blank between words, and with the nearest letters in the place of those that the fonts lack. */
export const toPrintable = (text: string): string =>
  [...text.normalize('NFC').replace(/\s+/g, ' ').trim()].map(printSign).join('');
