/** What the layout rules give on the report, against pages read by eye (evals/extraction-fixture.jsonl) and another reader. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageText } from '../core/document-reader.ts';
import type { Box, IngestedDocument, Passage, Sentence } from '../core/types.ts';
import {
  isOnItsPages,
  lettersAndDigits,
  misplacedMarkers,
  type OtherReading,
  readPages,
} from '../testing/documents/page-text.ts';
import { extractDocument } from './extract.ts';
import { pdfReader } from './pdf/pdf-reader.ts';

/** One page, written down from its picture. */
interface HandCheckedPage {
  page: number;
  chapter: string;
  /** What makes the page worth checking. */
  shows: string;
  /** Headings on it that have text below. */
  headings: string[];
  sentences: { text: string; section: string | null; pages: number[]; notes: number[] }[];
  notes: { number: number; text: string; urls: string[]; pages: number[] }[];
  tableRows: string[][];
  /** Pull quotes, and whether the chapter's text says the same words. */
  pullQuotes: { text: string; saidInText: boolean }[];
  /** Words on the page that must be no sentence. */
  absent: string[];
}

const reportFile = resolve(import.meta.dirname, '../../corpus/fragmented-europe-2026.pdf');
const fixture = readFileSync(resolve(import.meta.dirname, '../../evals/extraction-fixture.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as HandCheckedPage);

let extracted: IngestedDocument;
let reading: OtherReading;
let pages: PageText[];

beforeAll(async () => {
  const bytes = readFileSync(reportFile);
  extracted = await extractDocument({
    id: 'fragmented-europe-2026',
    file: reportFile,
    sha256: '',
    bytes,
    name: 'corpus/fragmented-europe-2026.pdf',
    ingestedAt: '',
  });
  reading = await readPages(bytes);
  pages = (await pdfReader.read(bytes, 'report')).pages;
});

function passagesOf(chapter: string): Passage[] {
  return extracted.passages.filter((passage) => passage.chapter === chapter);
}

function sentencesOf(kinds: readonly Passage['kind'][]): Sentence[] {
  return extracted.passages
    .filter((passage) => kinds.includes(passage.kind))
    .flatMap((passage) => passage.sentences);
}

function noteNumber(id: string): number {
  return Number(extracted.notes.find((note) => note.id === id)?.label);
}

function noteNumbers(sentence: Sentence): number[] {
  return sentence.noteIds.map(noteNumber);
}

describe('the chapters of the report', () => {
  it('are the 24 of its contents, with first and last page, front and back matter apart', () => {
    const { chapters, report } = extracted.document;
    expect(report.chaptersFrom).toBe('outline');
    expect(chapters.map(({ kind, name, page, lastPage }) => `${kind} ${name} ${page}-${lastPage}`)).toEqual([
      'front Front matter 1-5',
      'front Contributing institutions to ETNC 6-6',
      'front List of authors 7-7',
      'chapter Executive Summary 8-19',
      'chapter EU 20-28',
      'chapter Austria 29-35',
      'chapter Belgium 36-41',
      'chapter Czechia 42-48',
      'chapter Denmark 49-56',
      'chapter Estonia 57-64',
      'chapter Finland 65-72',
      'chapter France 73-81',
      'chapter Germany 82-91',
      'chapter Hungary 92-97',
      'chapter Ireland 98-106',
      'chapter Italy 107-114',
      'chapter Latvia 115-124',
      'chapter Lithuania 125-131',
      'chapter Netherlands 132-141',
      'chapter Poland 142-147',
      'chapter Portugal 148-153',
      'chapter Romania 154-160',
      'chapter Slovakia 161-167',
      'chapter Slovenia 168-173',
      'chapter Spain 174-179',
      'chapter Sweden 180-185',
      'chapter United Kingdom 186-193',
      'back Imprint 194-194',
    ]);
  });

  it('keep the full title, as the outline has it', () => {
    const germany = extracted.document.chapters.find((chapter) => chapter.name === 'Germany');
    expect(germany?.title).toBe('Germany: From mutual benefit to existential competition with China');
  });
});

describe('the hand-checked pages', () => {
  it('are at least 26 of at least 13 chapters', () => {
    expect(fixture.length).toBeGreaterThanOrEqual(26);
    expect(new Set(fixture.map((entry) => entry.chapter)).size).toBeGreaterThanOrEqual(13);
  });

  describe.each(
    fixture.map((entry) => [`page ${entry.page} (${entry.chapter})`, entry] as const),
  )('%s', (_, entry) => {
    it(`reads: ${entry.shows}`, () => {
      const passages = passagesOf(entry.chapter);
      const found = passages
        .filter((passage) => passage.kind === 'body')
        .flatMap((passage) => passage.sentences.map((sentence) => ({ sentence, section: passage.section })));
      for (const expected of entry.sentences) {
        const hit = found.find(({ sentence }) => sentence.text === expected.text);
        expect(hit, `page ${entry.page} holds "${expected.text}"`).toBeDefined();
        if (hit === undefined) continue;
        expect({
          ...expected,
          section: hit.section,
          pages: hit.sentence.pages,
          notes: noteNumbers(hit.sentence),
        }).toEqual(expected);
      }
      const sections = new Set(passages.map((passage) => passage.section));
      expect(entry.headings.filter((heading) => !sections.has(heading))).toEqual([]);
      const rows = passages
        .filter((passage) => passage.kind === 'table')
        .flatMap((passage) => passage.sentences)
        .filter((sentence) => sentence.pages.includes(entry.page));
      expect(rows.map((row) => row.text.split(' | '))).toEqual(entry.tableRows);
      const notes = extracted.notes.filter((note) => note.chapter === entry.chapter);
      for (const expected of entry.notes) {
        const note = notes.find(({ label }) => label === String(expected.number));
        expect({ ...expected, text: note?.text, urls: note?.urls, pages: note?.pages }).toEqual(expected);
      }
      const body = passages.filter((passage) => passage.kind === 'body').map((passage) => passage.text);
      for (const quote of entry.pullQuotes) {
        const times = body.filter((text) => text.includes(quote.text)).length;
        expect(times, `pull quote "${quote.text}"`).toBe(quote.saidInText ? 1 : 0);
      }
      const onPage = found.filter(({ sentence }) => sentence.pages.includes(entry.page));
      expect(onPage.filter(({ sentence }) => entry.absent.includes(sentence.text))).toEqual([]);
    });
  });
});

describe('the notes of the report', () => {
  it('are 715, and every marker of a sentence is resolved', () => {
    const { notes, markers } = extracted.document.report;
    expect(notes).toBe(715);
    expect(markers.found).toBeGreaterThanOrEqual(708);
    expect(markers.resolved / markers.found).toBeGreaterThanOrEqual(0.97);
  });

  it('are marked in sentences where the page has the number, comma and full stop included', () => {
    const marked = sentencesOf(['body', 'table']).filter(({ markers }) => markers.length > 0);
    expect(marked.flatMap(({ markers }) => markers).length).toBe(extracted.document.report.markers.resolved);
    for (const sentence of marked) {
      expect(sentence.noteIds).toEqual([...new Set(sentence.markers.map(({ noteId }) => noteId))]);
      for (const { offset } of sentence.markers) {
        expect(offset, sentence.text).toBeGreaterThan(0);
        expect(offset, sentence.text).toBeLessThanOrEqual(sentence.text.length);
        expect(sentence.text[offset - 1], sentence.text).not.toBe(' ');
      }
    }
    const misplaced = marked.flatMap((sentence) =>
      misplacedMarkers(sentence, noteNumber, reading.signs).map(
        (offset) =>
          `p. ${sentence.pages.join()}: ${sentence.text.slice(0, offset)}^${sentence.text.slice(offset)}`,
      ),
    );
    expect(misplaced).toEqual([]);
  });

  it('would be missed if a marker stood a sign farther on or back', () => {
    const printed = (text: string, offset: number, number: number) =>
      `${text.slice(0, offset)}${number}${text.slice(offset)}`.replace(/[\s-]/g, '');
    const moves = sentencesOf(['body']).flatMap((sentence) =>
      sentence.markers.flatMap(({ offset, noteId }) =>
        [offset - 1, offset + 1]
          .filter((moved) => moved <= sentence.text.length)
          // "2023" with a 3 behind it reads the same with the 3 before its last digit.
          .filter(
            (moved) =>
              printed(sentence.text, moved, noteNumber(noteId)) !==
              printed(sentence.text, offset, noteNumber(noteId)),
          )
          .map((moved) => ({ sentence, offset, moved })),
      ),
    );
    expect(moves.length).toBeGreaterThan(700);
    for (const { sentence, offset, moved } of moves) {
      const markers = sentence.markers.map((one) =>
        one.offset === offset ? { ...one, offset: moved } : one,
      );
      expect(misplacedMarkers({ ...sentence, markers }, noteNumber, reading.signs), sentence.text).toContain(
        moved,
      );
    }
  });

  it('leave no marker in the text', () => {
    // "agreement3", "networks1": the one word of the text that does end in a digit is a firm's name.
    const glued = sentencesOf(['body']).filter((sentence) =>
      /\p{Ll}{3}\d{1,2}(?:[\s.,;]|$)/u.test(sentence.text),
    );
    expect(glued.map((sentence) => sentence.text.match(/\p{L}+\d{1,2}/u)?.[0])).toEqual(['Outfit7']);
  });

  it('have links without blanks, and no link broken off at a line end', () => {
    const urls = extracted.notes.flatMap((note) => note.urls);
    expect(urls.length).toBeGreaterThan(450);
    expect(urls.filter((url) => /[-_=&]$/.test(url))).toEqual([]);
  });
});

describe('the passages of the report', () => {
  it('stand in one section of one chapter, on its pages', () => {
    const chapters = new Map(extracted.document.chapters.map((chapter) => [chapter.name, chapter]));
    for (const passage of extracted.passages) {
      const chapter = chapters.get(passage.chapter);
      expect(chapter, passage.id).toBeDefined();
      expect(passage.pages[0], passage.id).toBeGreaterThanOrEqual(chapter?.page ?? 0);
      expect(passage.pages.at(-1), passage.id).toBeLessThanOrEqual(chapter?.lastPage ?? 0);
    }
  });

  it('have ids of their own, and notes that exist', () => {
    const ids = extracted.passages.map((passage) => passage.id);
    expect(new Set(ids).size).toBe(ids.length);
    const noteIds = new Set(extracted.notes.map((note) => note.id));
    expect(noteIds.size).toBe(extracted.notes.length);
    const named = sentencesOf(['body', 'table', 'note']).flatMap((sentence) => sentence.noteIds);
    expect(named.filter((id) => !noteIds.has(id))).toEqual([]);
  });

  it('hold no running head and no page number', () => {
    const text = extracted.passages
      .filter((passage) => passage.pages[0] !== 2)
      .map((passage) => passage.text);
    expect(text.filter((part) => part.includes('ETNC report 2026'))).toEqual([]);
    const names = extracted.document.chapters.map((chapter) => chapter.name).join('|');
    const overPages = sentencesOf(['body']).filter((sentence) => sentence.pages.length > 1);
    expect(overPages.length).toBeGreaterThan(50);
    const glued = overPages.filter((sentence) =>
      new RegExp(`\\b(?:${sentence.pages.join('|')}) (?:${names})\\b`).test(sentence.text),
    );
    expect(glued).toEqual([]);
  });

  it('open with a capital, a digit or a quotation mark, but for the bullets of page 188 and a name on 194', () => {
    const open = sentencesOf(['body']).filter((sentence) => /^\p{Ll}/u.test(sentence.text));
    expect(new Set(open.map((sentence) => sentence.pages.join()))).toEqual(new Set(['188', '194']));
  });
});

describe('every sentence', () => {
  it('has pages, and boxes on them that lie inside the page', () => {
    for (const sentence of sentencesOf(['body', 'table', 'note'])) {
      expect(sentence.pages.length, sentence.text).toBeGreaterThan(0);
      expect(new Set(sentence.boxes.map((box) => box.page)), sentence.text).toEqual(new Set(sentence.pages));
      for (const box of sentence.boxes) {
        const { x, y, width, height } = box;
        expect(Math.min(x, y), sentence.text).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + width, y + height), sentence.text).toBeLessThanOrEqual(1.0001);
        expect(Math.min(width, height), sentence.text).toBeGreaterThan(0);
      }
    }
  });

  it('is on its pages word for word', () => {
    const parts = [
      ...sentencesOf(['body', 'note']),
      // A row is quoted cell by cell.
      ...sentencesOf(['table']).flatMap((row) => row.text.split(' | ').map((text) => ({ ...row, text }))),
    ];
    expect(parts.length).toBeGreaterThan(2700);
    const missing = parts.filter((sentence) => !isOnItsPages(sentence, reading.letters));
    expect(missing.map((sentence) => `p. ${sentence.pages.join()}: ${sentence.text}`)).toEqual([]);
  });

  it('would be missed if it said another word, left one out or added one', () => {
    for (const sentence of sentencesOf(['body'])) {
      const words = sentence.text.split(' ');
      const middle = Math.floor(words.length / 2);
      const changes = [words.with(middle, 'Atlantis'), words.toSpliced(middle, 0, 'not')];
      // Nothing anchors a word right at a page break.
      const isInside = words.length > 4 && sentence.pages.length === 1;
      if (isInside && lettersAndDigits(words[middle] ?? '') !== '') changes.push(words.toSpliced(middle, 1));
      for (const changed of changes) {
        const text = changed.join(' ');
        expect(isOnItsPages({ ...sentence, text }, reading.letters), text).toBe(false);
      }
    }
  });
});

/** The words whose middle lies in a box, by the places of PDF.js's own items, their width shared out evenly. */
function wordsInside(box: Box, page: PageText): string[] {
  return page.runs.flatMap((run) => {
    const top = (page.height - run.y - run.size * 0.3) / page.height;
    if (top < box.y || top > box.y + box.height) return [];
    const share = run.width / run.text.length;
    return [...run.text.matchAll(/\S+/g)].flatMap((match) => {
      const middle = (run.x + (match.index + match[0].length / 2) * share) / page.width;
      return middle > box.x && middle < box.x + box.width ? [match[0]] : [];
    });
  });
}

describe('the boxes of a sentence', () => {
  it('cover its words and no others', () => {
    // Sharing a run's width out evenly is off by a few points, so that a word at a box's edge may fall on the wrong
    // side: one letter in 25 may be missing, one word in 25 may be a stranger. Markers are no words.
    const sample = sentencesOf(['body']).filter((_, index) => index % 12 === 0);
    expect(sample.length).toBeGreaterThan(150);
    let strangers = 0;
    let words = 0;
    for (const sentence of sample) {
      const letters = lettersAndDigits(sentence.text);
      const inside = sentence.boxes
        .flatMap((box) => wordsInside(box, pages[box.page - 1] as PageText))
        .map(lettersAndDigits)
        .filter((word) => word !== '' && !(/^\d{1,2}$/.test(word) && !sentence.text.includes(word)));
      const covered = inside.join('').length;
      expect(Math.abs(covered - letters.length), sentence.text).toBeLessThanOrEqual(
        12 + letters.length * 0.04,
      );
      words += inside.length;
      strangers += inside.filter((word) => !letters.includes(word)).length;
    }
    expect(strangers / words).toBeLessThan(0.01);
  });
});

describe('the trace of the reading', () => {
  it('has every line of the report in a passage, or left out for a reason', () => {
    const { trace, document } = extracted;
    expect(trace?.leftOut.filter(({ as }) => as === 'lost')).toEqual([]);
    expect(new Set(trace?.leftOut.map(({ as }) => as))).toEqual(
      new Set(['running head', 'contents', 'caption', 'pull quote']),
    );
    expect(trace?.tables.map(({ box, rows }) => [box.page, rows])).toHaveLength(document.report.tables);
    expect(trace?.looseMarkers).toEqual([]);
  });

  it('counts what its reading is judged by', () => {
    expect(extracted.document.report.counts).toEqual({
      titleFrom: 'first page',
      characters: { all: 475_102, lost: 0 },
      serialMarkers: 0,
      uncitedNotes: 2,
      headlessTables: 0,
      upwardPages: [],
      words: { all: 27_145, unknown: 33 },
    });
  });
});
