/** What was read of a document against what must be read of it, line by line. Pure. */
import type { IngestedDocument, Sentence } from '../../core/types.ts';
import type { KnownDocument, KnownSentence } from '../../workshop/typeset/document-design.ts';
import { insertLabels } from '../../workshop/typeset/set-lines.ts';

/** The text with its markers in braces: "The fee rose.{3}". */
const withLabels = (
  { text, markers }: Pick<Sentence, 'text' | 'markers'>,
  labelOf: (id: string) => string,
): string =>
  insertLabels(
    text,
    markers.map(({ noteId, offset }) => ({ label: labelOf(noteId), offset })),
  );

const rowOf = ({ row, text }: KnownSentence, cells: readonly string[]) => {
  const heads = row?.heads ?? [];
  const parts = cells.map((cell, at) => (heads[at] ? `${heads[at]}: ${cell}` : cell));
  return [row?.caption, row?.unit, ...(row?.under ?? []), parts.join('; ') || text]
    .filter(Boolean)
    .join(' > ');
};

interface Passage {
  kind: string;
  path?: readonly string[];
  sentences: readonly KnownSentence[];
}

function toLines(
  title: string,
  chapters: KnownDocument['chapters'],
  passages: readonly Passage[],
  notes: readonly { id: string; label: string; text: string; pages: number[] }[],
): string[] {
  const labels = new Map(notes.map(({ id, label }) => [id, label]));
  const labelOf = (id: string) => labels.get(id) ?? '?';
  return [
    `title: ${title}`,
    ...chapters.map((chapter) => `chapter: ${chapter.title} [p. ${chapter.page}]`),
    ...passages.flatMap(({ kind, path = [], sentences }) =>
      sentences.map((sentence) => {
        const text = withLabels(sentence, labelOf);
        const where = `[p. ${sentence.pages.join('-')}]`;
        return kind === 'table'
          ? `row: ${rowOf(sentence, text.split(' | '))} ${where}`
          : `text: ${text} [p. ${sentence.pages.join('-')}: ${path.join(' > ')}]`;
      }),
    ),
    ...notes.map(({ label, text, pages }) => `note {${label}}: ${text} [p. ${pages.join('-')}]`),
  ];
}

function readLines({ document, passages, notes }: IngestedDocument, unjudged: readonly number[]): string[] {
  const isJudged = ({ pages }: Pick<Sentence, 'pages'>) => !pages.every((page) => unjudged.includes(page));
  const chapters = document.chapters.filter(({ kind }) => kind === 'chapter');
  const own = passages
    .filter(({ kind }) => kind !== 'note')
    .map(({ kind, path = [], sentences }) => ({
      kind,
      path,
      sentences: sentences.filter(isJudged).map(({ row, ...sentence }): KnownSentence => {
        if (row === undefined) return sentence;
        const heads = row.cells.map((cell) => cell.heads.join(' '));
        return {
          ...sentence,
          row: { caption: row.caption ?? '', unit: row.unit ?? '', under: row.under, heads },
        };
      }),
    }));
  return toLines(document.title, chapters, own, notes);
}

/** Lines without those that the other has, each as often as it has it. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What must be read and is not ("- …"), and what is read and must not be ("+ …"); empty if all is right. */
export function findDifferences(read: IngestedDocument, known: KnownDocument): string[] {
  const wanted = toLines(known.title, known.chapters, known.passages, known.notes);
  const found = readLines(read, known.unjudged);
  return [
    ...without(wanted, found).map((line) => `- ${line}`),
    ...without(found, wanted).map((line) => `+ ${line}`),
  ];
}
