/** The year that a document is of, where the document leaves no doubt. Pure. */
import type { PlacedText } from '../../core/document-reader.ts';
import { formPeriod } from '../../language/en/layout-words.ts';
import type { Line } from '../page-model.ts';

/** The pages that a date stands on: the cover, the page behind it, an imprint. */
export const frontPages = 3;

const yearPattern = /(?<![\d\p{L}])(?:19|20)\d\d(?![\d\p{L}])/gu;

function yearsIn(text: string): number[] {
  return [...new Set(text.match(yearPattern) ?? [])].map(Number);
}

/** The year of a line that says no more than a date, or whose the text is: "May 8, 2024", "© 2022 The Authors". */
function yearOfDate(text: string): number[] {
  const years = yearsIn(text);
  // "NOVEMBER 2022", "12 March 2020", "Date: 20/11/2019", "As of: 1 May 2024".
  const words = text.replace(/^\P{N}*:/u, '').match(/\p{L}+/gu) ?? [];
  const isDate = words.length <= 1 && !/[()|%$€£]/.test(text);
  return years.length === 1 && (isDate || /©|\(c\)/i.test(text)) ? years : [];
}

const only = (years: readonly number[]): number | undefined =>
  new Set(years).size === 1 ? years[0] : undefined;

/**
 * The year in the title; else that of the period that a form reports on, of its file's name where the front pages have it too, of
 * the dates that stand alone on the first two pages where they agree, or of the making of the file where the first page has no
 * later one. None of these is taken that is later than the year after the file was made; nor a title's that is
 * earlier than the year before, which may be what it is about.
 * @param lines of the first pages.
 * @returns undefined where that leaves a doubt.
 */
export function yearOf(
  { title, id, madeIn }: Pick<PlacedText, 'madeIn'> & { title: string; id: string },
  lines: readonly Line[],
): number | undefined {
  const front = lines.filter(({ page }) => page <= frontPages);
  const onPages = (last: number) => front.filter(({ page }) => page <= last).map(({ text }) => text);
  const printed = yearsIn(onPages(frontPages).join('\n'));
  const dates = onPages(2).flatMap(yearOfDate);
  const isPossible = (year: number) => madeIn === undefined || year <= madeIn + 1;
  const isNear = (year: number) => madeIn === undefined || year >= madeIn - 1 || dates.includes(year);
  const named = only(yearsIn(title));
  if (named !== undefined && isPossible(named) && isNear(named)) return named;
  const period = formPeriod.exec(onPages(frontPages).join(' '))?.[2];
  const inName = id.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g)?.map(Number) ?? [];
  const made = Math.max(...yearsIn(onPages(1).join('\n'))) === madeIn ? [madeIn] : [];
  const found = [
    only(yearsIn(period ?? '')),
    only(inName.filter((year) => printed.includes(year))),
    only(dates),
    dates.length === 0 ? made[0] : undefined,
  ];
  return found.find((year) => year !== undefined && isPossible(year));
}
