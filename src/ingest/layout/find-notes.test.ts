import { describe, expect, it } from 'vitest';
import { type Look, makeLine, makeLines } from '../../testing/documents/text-runs.ts';
import type { Line } from '../page-model.ts';
import { findNotes } from './find-notes.ts';
import { unreadMarker } from './markers.ts';

/** Lines of text in body type with the markers of notes. */
function text(numbers: number[], look: Look = {}): Line[] {
  const lines = makeLines(
    Array.from({ length: 12 }, () => 'The strategy of 2023 reflects the shared perception of risks'),
    look,
  );
  lines[3]?.markers.push(...numbers.map((number) => ({ offset: 20, labels: [String(number)] })));
  return lines;
}

const foot = (texts: string[], look: Look = {}) => makeLines(texts, { size: 8, y: 150, ...look });

function read(...pages: Line[][]) {
  const { texts, notes } = findNotes(
    pages.map((lines, index) => lines.map((line) => ({ ...line, page: index + 1 }))),
  );
  return texts.map((rest, page) => ({
    text: rest.length,
    notes: (notes[page] ?? []).map(
      ({ label, goesOn, lines }) =>
        `${label}${goesOn ? ' goes on' : ''}: ${lines.map((line) => line.text).join(' ')}`,
    ),
  }));
}

describe('findNotes', () => {
  it('reads small lines under the text whose numbers its markers name', () => {
    expect(
      read([...text([21, 22]), ...foot(['21 Garbsch 2024, p.', '30 of the report.', '22 Ibid.'])]),
    ).toEqual([{ text: 12, notes: ['21: Garbsch 2024, p. 30 of the report.', '22: Ibid.'] }]);
  });

  it('goes on with the sequence of the page before, and with its last note', () => {
    const pages = read(
      [...text([1]), ...foot(['1 Garbsch, the neutral'])],
      [...text([]), ...foot(['researcher, July 2024.', '2 Ibid.'])],
    );
    expect(pages.map(({ notes }) => notes)).toEqual([
      ['1: Garbsch, the neutral'],
      ['1 goes on: researcher, July 2024.', '2: Ibid.'],
    ]);
  });

  it('reads a list that ends in the columns in which it began, few as its lines are in the right one', () => {
    const list = (from: number, count: number, look: Look) =>
      foot(
        Array.from(
          { length: count },
          (_, at) => `${from + at}. Garbsch 2024, the neutral researcher of Datum`,
        ),
        look,
      );
    const full = [...list(1, 12, { y: 740 }), ...list(13, 12, { x: 320, y: 740 })];
    const last = [...list(25, 12, { y: 740 }), ...list(37, 2, { x: 320, y: 740 })];
    const numbers = Array.from({ length: 38 }, (_, at) => at + 1);
    const [, , end] = read(text(numbers), full, last);
    expect(end?.notes.map((note) => note.split(':')[0])).toEqual(numbers.slice(24).map(String));
  });

  it('starts anew where a marker says so', () => {
    const pages = read(
      [...text([1, 2]), ...foot(['1 Garbsch.', '2 Winkler.'])],
      [...text([1]), ...foot(['1 Wende.'])],
    );
    expect(pages[1]?.notes).toEqual(['1: Wende.']);
  });

  it('reads numbers that are raised, or painted apart from their notes', () => {
    const raised = makeLine('Garbsch.', { size: 8, y: 150 });
    raised.markers.push({ offset: 0, labels: ['5'] });
    const apart = makeLine('Winkler.', { size: 8, y: 140, x: 80 });
    const number = makeLine('6', { size: 6, y: 142, x: 60 });
    expect(read([number, ...text([5, 6]), raised, apart])[0]?.notes).toEqual(['5: Garbsch.', '6: Winkler.']);
  });

  it('reads the notes of each column at its own foot', () => {
    const left = [...text([1]), ...foot(['1 Garbsch.', '2 Winkler.'], { y: 540 })];
    const right = [...text([3], { x: 380 }), ...foot(['3 Wende.'], { y: 540, x: 380 })];
    expect(read([...left, ...right])[0]?.notes).toEqual(['1: Garbsch.', '2: Winkler.', '3: Wende.']);
  });

  it('leaves small numbered lines in the text that no marker names', () => {
    expect(read([...text([]), ...foot(['1 Austria', '2 Belgium'])])).toEqual([{ text: 14, notes: [] }]);
  });

  it('reads a list at the end of a chapter, though no page of it has a marker', () => {
    const pages = read(
      text([1, 2]),
      text([3]),
      foot(['1 Garbsch.', '2 Winkler, p.'], { y: 700 }),
      foot(['30.', '3 Wende.'], { y: 700 }),
    );
    expect(pages.map(({ notes }) => notes)).toEqual([
      [],
      [],
      ['1: Garbsch.', '2: Winkler, p.'],
      ['2 goes on: 30.', '3: Wende.'],
    ]);
  });

  it('reads a note whose number stands alone above it', () => {
    expect(read([...text([31]), ...foot(['31', 'https://www.gov.ie/press'])])[0]?.notes).toEqual([
      '31:  https://www.gov.ie/press',
    ]);
  });

  it('leaves a bibliography behind a number alone', () => {
    const entries = Array.from({ length: 60 }, (_, index) => `Author ${index}, A. On markers.`);
    const list = foot(['1 Laws', '2 Books', ...entries], { y: 800 });
    expect(read(text([1, 2]), text([]), list)[2]?.notes).toEqual([]);
  });

  it('reads notes with letters and signs, which the text must name', () => {
    const page = (label: string, notes: string[]) => {
      const lines = text([]);
      lines[3]?.markers.push({ offset: 20, labels: [label], printed: { text: label, edges: [160, 164] } });
      return [...lines, ...foot(notes)];
    };
    expect(read(page('*', ['* The author thanks Garbsch.']))[0]?.notes).toEqual([
      '*: The author thanks Garbsch.',
    ]);
    expect(read(page('a', ['a. Garbsch.', 'b. Winkler.']))[0]?.notes).toEqual(['a: Garbsch.', 'b: Winkler.']);
    expect(read(page('†', ['* Garbsch.']))[0]?.notes).toEqual([]);
  });

  it('cuts a star of the size of the text out of it where a note has it, and no other', () => {
    const lines = makeLines(['The roofs were ours.* We thank all', 'who gave 5* and 4 * 3 to it.']);
    const { texts, notes } = findNotes([[...text([]), ...lines, ...foot(['* The owners of eleven roofs.'])]]);
    expect(notes[0]).toMatchObject([{ label: '*', lines: [{ text: 'The owners of eleven roofs.' }] }]);
    expect(texts[0]?.slice(-2)).toMatchObject([
      { text: 'The roofs were ours. We thank all', markers: [{ offset: 20, labels: ['*'] }] },
      { text: 'who gave 5* and 4 * 3 to it.', markers: [] },
    ]);
  });

  it('reads the notes below a table, also of one from the page before, and no lettered list', () => {
    const letter = { labels: ['a'], printed: { text: 'a', edges: [160, 164] } };
    const row = makeLine('Grants receivable 310', { size: 8, y: 640 });
    row.markers.push({ ...letter, offset: 17 });
    const note = makeLine('Promised in writing.', { size: 8, y: 600 });
    note.markers.push({ ...letter, offset: 0 });
    const below = text([], { y: 560 });
    expect(read([row, note, ...below])[0]).toEqual({ text: 13, notes: ['a: Promised in writing.'] });
    expect(read([row, ...below], [note, ...below])[1]?.notes).toEqual(['a: Promised in writing.']);
    expect(read([makeLine('Grants', { size: 8, y: 640 }), note, ...below])[0]?.notes).toEqual([]);
  });

  it('reads the notes of a scan by their numbers, where its markers are seen and not read', () => {
    const lines = text([]);
    lines[3]?.markers.push({ offset: 20, labels: [unreadMarker] });
    const notes = foot(['7 Garbsch 2024.']);
    expect(read([...lines, ...notes])[0]?.notes).toEqual(['7: Garbsch 2024.']);
    expect(read([...text([]), ...notes])[0]?.notes).toEqual([]);
  });

  it('leaves a quotation in small type above the notes in the text', () => {
    const quotation = makeLines(['They found no risk at all.'], { size: 8, y: 400, x: 90 });
    const [page] = read([...text([1]), ...quotation, ...foot(['1 Garbsch.'])]);
    expect(page).toEqual({ text: 13, notes: ['1: Garbsch.'] });
  });

  it('reads the lists at the end of a book under the headings that name their chapters', () => {
    const heading = makeLine('Latvia', { y: 130, size: 9, font: 'Lato-Bold' });
    const lists = [
      ...foot(['1 Garbsch.', '2 Ibid.'], { y: 150 }),
      heading,
      ...foot(['1 Wende.', '2 Ibid.'], { y: 118 }),
    ];
    const { notes } = findNotes([text([1, 2]), text([]), lists]);
    expect(notes[2]?.map(({ label, title, lines }) => [label, title, lines[0]?.text])).toEqual([
      ['1', undefined, 'Garbsch.'],
      ['2', undefined, 'Ibid.'],
      ['1', 'Latvia', 'Wende.'],
      ['2', undefined, 'Ibid.'],
    ]);
  });

  it('tells where the markers of a list may stand: on the pages since the list before', () => {
    const list = () => foot(['1 Garbsch.', '2 Ibid.'], { y: 150 });
    const { spans } = findNotes([text([1, 2]), text([]), list(), text([1]), text([2]), text([]), list()]);
    expect(spans).toEqual([
      { from: 0, to: 2, numbers: [1, 2] },
      { from: 2, to: 6, numbers: [1, 2] },
    ]);
  });

  it('takes notes whose first markers are pages before for the list of their chapter, though most markers are near', () => {
    const texts = ['1 A.', '2 B.', '3 C.', '4 D.', '5 E.', '6 F.'];
    const near = [...text([3, 4, 5, 6]), ...foot(texts, { y: 150 })];
    const placesOf = (pages: Line[][]) =>
      findNotes(pages)
        .notes.at(-1)
        ?.map(({ place }) => place);
    expect(placesOf([text([1, 2]), text([]), near])).toEqual(texts.map(() => 'end'));
    // A marker that is missed, or one that names a note of the page before, makes no list.
    expect(placesOf([text([1]), text([]), near])).toEqual(texts.map(() => 'foot'));
    expect(placesOf([[...text([1, 2]), ...foot(['1 A.', '2 B.'])], text([]), near])).toEqual(
      texts.map(() => 'foot'),
    );
  });

  it('reads the end of a list above the next, though that is longer', () => {
    const heading = makeLine('Latvia', { y: 660, size: 9, font: 'Lato-Bold' });
    const ends = [...foot(['1 A.', '2 B.'], { y: 700 })];
    const next = [...foot(['3 C.'], { y: 700 }), heading, ...foot(['1 D.', '2 E.', '3 F.'], { y: 640 })];
    const { notes } = findNotes([text([1, 2, 3]), text([]), ends, next]);
    expect(notes[3]?.map(({ label, lines }) => [label, lines[0]?.text])).toEqual([
      ['3', 'C.'],
      ['1', 'D.'],
      ['2', 'E.'],
      ['3', 'F.'],
    ]);
  });

  describe('notes in the size of the text', () => {
    /** Notes with raised labels, below a gap. */
    const raised = (notes: [string, string][], look: Look = {}) =>
      makeLines(
        notes.map(([, note]) => note),
        { y: 150, ...look },
      ).map((line, index) => {
        const label = notes[index]?.[0] ?? '';
        return label === '' ? line : { ...line, markers: [{ offset: 0, labels: [label] }] };
      });

    it('are told by labels that are raised in the text and before them', () => {
      const notes = raised([
        ['21', 'European Commission. Interoperability Solutions'],
        ['', 'for European Public Administrations.'],
        ['22', 'IETF. Key words for use in RFCs.'],
      ]);
      expect(read([...text([21, 22]), ...notes])).toEqual([
        {
          text: 12,
          notes: [
            '21: European Commission. Interoperability Solutions for European Public Administrations.',
            '22: IETF. Key words for use in RFCs.',
          ],
        },
      ]);
    });

    it('are none where the marker of a sentence opens a line, nor where no text above names them', () => {
      const parted = text([21]);
      parted[8]?.markers.push({ offset: 0, labels: ['21'] });
      expect(read(parted)[0]?.text).toBe(12);
      expect(read([...text([7]), ...raised([['21', 'European Commission.']])])[0]?.text).toBe(13);
    });
  });

  it('takes a range or a decimal in a cell for no label', () => {
    const cells = foot(['1..n service (an IRI)', '2.0 Mandatory property']);
    expect(read([...text([1, 2]), ...cells])[0]?.notes).toEqual([]);
  });
});
