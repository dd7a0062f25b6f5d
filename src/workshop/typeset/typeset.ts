/** Sets documents as PDFs, and says what must be read of them: each sentence, where it stands, its notes, rows and titles. */

import type {
  DocumentDesign,
  Drawing,
  Heading,
  KnownDocument,
  KnownSentence,
  NoteList,
  Paragraph,
  Piece,
} from './document-design.ts';
import { makePdf } from './make-pdf.ts';
import { lineHeight, noteSizeOf } from './page-filler.ts';
import {
  addPassage,
  type ContentsEntry,
  layFootNote,
  noteId,
  openPress,
  type Press,
  setText,
} from './press.ts';
import { setContents } from './set-contents.ts';
import { labelsOf, placeLabels } from './set-lines.ts';
import { setTable } from './set-table.ts';

function setHeading(press: Press, { heading, text, size, face = 'bold', opens }: Heading): void {
  const { design, filler, known } = press;
  if (opens) filler.newPage(false);
  const level = heading === 'part' ? 0 : heading === 'chapter' ? 1 : heading;
  press.path = [...press.path.filter((above) => above.level < level), { level, text }];
  filler.down(size * 0.8);
  setText(press, [text], { size, face });
  const page = filler.page();
  if (heading === 'chapter') known.chapters.push({ title: text, page });
  if (level <= 1) filler.setHead(design.head === 'chapter' ? text : (design.head ?? ''));
  press.entries.push({ heading, text, page });
  filler.down(size * 0.4);
}

/** Points from a bullet to its text. */
const bulletIndent = 14;

function setParagraph(press: Press, paragraph: Paragraph): void {
  const { design, filler } = press;
  const { sentences, bullet, notes = {}, size = design.size, face } = paragraph;
  const foot = new Map(
    sentences
      .flatMap(labelsOf)
      .flatMap((label) =>
        notes[label] === undefined ? [] : [[label, layFootNote(press, label, notes[label])]],
      ),
  );
  if (bullet !== undefined) {
    // On the line that the text is about to take.
    const y = filler.down(lineHeight(size));
    filler.add({ text: bullet, x: filler.left(), y, size, face: 'regular' });
    filler.down(-lineHeight(size));
  }
  const pages = setText(press, sentences, {
    size,
    indent: bullet === undefined ? 0 : bulletIndent,
    notes: new Map([...foot].map(([label, { lines }]) => [label, lines])),
    ...(face && { face }),
    ...(design.hasLooseMarkers && { hasLooseMarkers: true }),
  });
  const read = sentences.map((sentence, index): KnownSentence => {
    const { text, labels } = placeLabels(sentence);
    const idOf = (label: string) => foot.get(label)?.note.id ?? noteId(press, label);
    return {
      text,
      pages: pages[index] ?? [],
      markers: labels.map(({ label, offset }) => ({ noteId: idOf(label), offset })),
    };
  });
  addPassage(press, { kind: 'body', sentences: read });
  filler.down(size * 0.5);
}

function setNoteList(press: Press, { endnotes }: NoteList): void {
  for (const [label, text] of endnotes) {
    const [pages = []] = setText(press, [`${label}. ${text}`], { size: noteSizeOf(press.design) });
    press.known.notes.push({ id: noteId(press, label), label, text, pages });
  }
}

function setDrawing({ filler, known }: Press, { lines, height, isCover }: Drawing): void {
  const top = filler.down(height) + height;
  for (const [text, x, down, size, face = 'regular'] of lines)
    filler.add({ text, x: filler.left() + x, y: top - down, size, face });
  if (isCover) known.unjudged.push(filler.page());
}

function setPiece(press: Press, piece: Piece, entries: readonly ContentsEntry[]): void {
  if ('heading' in piece) setHeading(press, piece);
  else if ('sentences' in piece) setParagraph(press, piece);
  else if ('rows' in piece) setTable(press, piece);
  else if ('endnotes' in piece) setNoteList(press, piece);
  else if ('lines' in piece) setDrawing(press, piece);
  else if ('columns' in piece) press.filler.setColumns(piece.columns, piece.depth);
  else if ('newPage' in piece) press.filler.newPage();
  else {
    press.known.unjudged.push(press.filler.page());
    setContents(press, entries, piece);
  }
}

/** Sets the document once. @param entries of its contents, as the time before found them. */
function setOnce(design: DocumentDesign, entries: readonly ContentsEntry[]): Press {
  const press = openPress(design);
  for (const piece of design.content) setPiece(press, piece, entries);
  press.filler.close();
  return press;
}

/** A document as a PDF. */
export interface SetDocument {
  pdf: Uint8Array;
  /** What must be read of it. */
  known: KnownDocument;
  /** Its headings with their pages. */
  entries: ContentsEntry[];
}

export function typeset(design: DocumentDesign): SetDocument {
  // Without contents, with contents whose pages are wrong, and with the right ones.
  const first = setOnce(design, []);
  const second = setOnce(design, first.entries);
  const { filler, known, entries } = setOnce(design, second.entries);
  const [width, height] = design.page;
  const outline = entries.flatMap(({ heading, text, page }) =>
    typeof heading === 'string' ? [{ title: text, page }] : [],
  );
  const pdf = makePdf({
    pages: filler.pages.map((page) => ({ ...page, mediaBox: [0, 0, width, height] })),
    title: design.title,
    ...(design.hasOutline && { outline }),
  });
  return { pdf, known, entries };
}
