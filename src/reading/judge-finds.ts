/** Verdicts on what was found in a document: its title, chapters, notes and tables. Pure. */
import type { TitleOrigin, TitleSource } from '../core/types.ts';
import { countNoun } from '../text/count-noun.ts';
import { joinNames } from '../text/join-names.ts';
import type { Judge, JudgedDocument } from './judge.ts';
import { judgeShare } from './judge-text.ts';
import { thresholds } from './thresholds.ts';

const titleOrigins: Record<TitleOrigin, string> = {
  form: 'who filled in the form',
  metadata: "the file's own title",
  'first page': 'the largest words of its first page',
  outline: 'its bookmarks',
  'file name': "the file's name, since no title was found",
};

/** A sign among letters, where a font names its letters wrongly: "Tes4ng". */
const brokenTitle = /\p{L}{2}[\d&\ufffd]\p{Ll}{2}/u;

export const judgeTitle: Judge = ({ title, printedTitle, report: { counts } }) => {
  if (counts === undefined) return undefined;
  const printed = `“${printedTitle ?? title}”, ${titleOrigins[counts.titleFrom]}.`;
  if (printedTitle !== undefined) {
    return { verdict: 'good', finding: `“${title}”, set by hand; read was ${printed}` };
  }
  if (counts.titleFrom !== 'file name' && !brokenTitle.test(title))
    return { verdict: 'good', finding: printed };
  return { verdict: 'look', finding: printed, advice: 'verse rename ID "…" gives it another.' };
};

const sourceNames: Record<TitleSource, string> = {
  outline: 'bookmarks',
  contents: 'contents',
  heading: 'headings in the text',
  numbering: 'numbers that go on',
  'running head': 'running heads',
};

/** What names a document's chapters, what most of them are named by first. */
function sourcesOf({ structure = [] }: JudgedDocument): string {
  const counts = new Map<TitleSource, number>();
  const sources = structure.filter(({ kind }) => kind === 'chapter').flatMap((entry) => entry.sources);
  for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1);
  return joinNames([...counts].sort((a, b) => b[1] - a[1]).map(([source]) => sourceNames[source]));
}

export const judgeChapters: Judge = (document) => {
  const { pageCount, report } = document;
  const { chaptersFrom, chapters, confirmedChapters, unsure } = report;
  if (chaptersFrom === 'none') {
    const finding = 'No chapters were found; the whole document is one.';
    return pageCount <= thresholds.undividedPages
      ? { verdict: 'good', finding }
      : {
          verdict: 'look',
          finding,
          advice:
            'Answers name no chapter, and none can be asked in alone. A PDF with bookmarks is divided by them.',
        };
  }
  if (unsure !== undefined) {
    const [first = unsure, ...rest] = unsure.split(/(?<=\.)\s/);
    const verdict = chaptersFrom === 'pages' ? 'poor' : 'look';
    return {
      verdict,
      finding: `${countNoun(chapters, 'chapter')}. ${first}`,
      ...(rest.length > 0 && { advice: rest.join(' ') }),
    };
  }
  const finding = `${confirmedChapters} of ${countNoun(chapters, 'chapter')} told by two sources or more: ${sourcesOf(document)}.`;
  return confirmedChapters >= thresholds.confirmedChapters.good * chapters
    ? { verdict: 'good', finding }
    : { verdict: 'look', finding, advice: 'Hold those that one source tells against their pages.' };
};

export const judgeNotes: Judge = ({ report: { notes, markers, counts } }) => {
  if (counts === undefined) return undefined;
  const loose = markers.found - markers.resolved;
  const uncited = counts.uncitedNotes;
  if (notes === 0 && loose === 0) return { verdict: 'good', finding: 'No notes were found.' };
  const { look, poor, leastSerial } = thresholds.looseMarkers;
  const isSerial = counts.serialMarkers >= leastSerial;
  const isUncited =
    uncited >= thresholds.uncitedNotes.least && uncited > thresholds.uncitedNotes.look * notes;
  const leading =
    markers.resolved === 0
      ? 'no marker leads'
      : `${countNoun(markers.resolved, 'marker')} lead${markers.resolved === 1 ? 's' : ''}`;
  const found = [
    loose === 0
      ? `${countNoun(notes, 'note')}, to which ${leading}.`
      : `${countNoun(notes, 'note')}; ${loose} of ${countNoun(markers.found, 'marker')} have no note.`,
    ...(loose > 0 && !isSerial
      ? ['Their numbers do not count up, so some may be exponents or figures.']
      : []),
    ...(isUncited ? [`${uncited} of the notes are cited by no sentence that was seen.`] : []),
  ].join(' ');
  const verdict = judgeShare(loose / Math.max(1, markers.found), { look, poor: isSerial ? poor : 1 });
  if (verdict === 'good' && !isUncited) return { verdict, finding: found };
  return {
    verdict: verdict === 'good' ? 'look' : verdict,
    finding: found,
    advice: 'Answers do not show these notes with their sentences: look for them on the page, or at the end.',
  };
};

export const judgeTables: Judge = ({ report: { tables, counts } }) => {
  if (counts === undefined) return undefined;
  if (tables === 0) return { verdict: 'good', finding: 'No tables were found.' };
  const { headlessTables } = counts;
  const { look, poor, least } = thresholds.headlessTables;
  const found = countNoun(tables, 'table');
  if (headlessTables === 0) {
    return { verdict: 'good', finding: `${found}; the figures stand under heads.` };
  }
  return {
    verdict: judgeShare(headlessTables / tables, { look, poor: headlessTables >= least ? poor : 1 }),
    finding: `${found}. The heads of the columns of ${headlessTables} could not be told.`,
    advice: 'Rows of these are quoted without saying what their figures are: read them on their page.',
  };
};
