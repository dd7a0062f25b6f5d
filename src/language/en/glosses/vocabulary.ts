/** Looks up words of seven languages in the tables of names.ts and words.ts. Pure. */
import { type ForeignLanguage, foreignLanguageCodes } from '../../grammar-words.ts';
import { foreignNames } from './names.ts';
import { policyWords, questionWords } from './words.ts';

/** One column of a table. */
interface Column {
  whole: ReadonlyMap<string, string>;
  /** Longest first. */
  stems: readonly (readonly [stem: string, english: string])[];
}

function readColumn(rows: readonly string[], column: number): Column {
  const whole = new Map<string, string>();
  const stems: [string, string][] = [];
  for (const row of rows) {
    const [english = '', cells = ''] = row.split(':');
    const words = (cells.split('|')[column] ?? '').trim().split(/\s+/);
    for (const word of words) {
      if (word.endsWith('*')) stems.push([word.slice(0, -1), english]);
      else if (word !== '' && !whole.has(word)) whole.set(word, english);
    }
  }
  return { whole, stems: stems.sort((a, b) => b[0].length - a[0].length) };
}

function readTable(table: string): Record<ForeignLanguage, Column> {
  const rows = table.trim().split('\n');
  /** Columns stand in the order of the codes. */
  const read = (language: ForeignLanguage) => readColumn(rows, foreignLanguageCodes.indexOf(language));
  return {
    de: read('de'),
    fr: read('fr'),
    es: read('es'),
    it: read('it'),
    nl: read('nl'),
    pl: read('pl'),
    pt: read('pt'),
  };
}

const tables = {
  names: readTable(foreignNames),
  questions: readTable(questionWords),
  policy: readTable(policyWords),
};

/** The English for a folded word, or for several joined by hyphens. */
export function lookUp(
  table: keyof typeof tables,
  language: ForeignLanguage,
  folded: string,
): string | undefined {
  const { whole, stems } = tables[table][language];
  // A stem takes the ending of its last word, never the words behind it.
  const isForm = (stem: string) => folded.startsWith(stem) && !folded.includes('-', stem.length);
  return whole.get(folded) ?? stems.find(([stem]) => isForm(stem))?.[1];
}

/** Shorter stems stand in too many words by chance. */
const shortestPart = 5;

/** What a German or Dutch compound is made of, in English: "semiconductor export" for "halbleiterexporte". */
export function lookUpParts(language: ForeignLanguage, folded: string): string | undefined {
  if ((language !== 'de' && language !== 'nl') || folded.includes('-')) return undefined;
  const parts: { at: number; end: number; english: string }[] = [];
  for (const [stem, english] of tables.policy[language].stems) {
    const at = stem.length < shortestPart ? -1 : folded.indexOf(stem);
    const end = at + stem.length;
    if (at >= 0 && parts.every((part) => end <= part.at || part.end <= at)) parts.push({ at, end, english });
  }
  if (parts.length === 0) return undefined;
  return parts
    .sort((a, b) => a.at - b.at)
    .map((part) => part.english)
    .join(' ');
}
