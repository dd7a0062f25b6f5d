import { describe, expect, it } from 'vitest';
import {
  comparison,
  notFound,
  struckAnswer,
  writtenAnswer,
  writtenComparison,
} from '../testing/answers/sample-answers.ts';
import { sampleAnswer, sampleCitation } from '../testing/assistant/fake-assistant.ts';
import { showPlainAnswer } from '../wire/plain-answer.ts';
import type { Answer } from '../wire/types.ts';
import { citationFormats, referenceFormats } from './citation-formats.ts';
import { citeAnswer } from './cite-answer.ts';
import type { LinkOf } from './references.ts';
import { toCsv } from './to-csv.ts';
import { toMarkdown } from './to-markdown.ts';
import { toText } from './to-text.ts';

const linkOf: LinkOf = ({ document, page }) => `http://localhost/${document}#page=${page}`;
const link = linkOf(sampleCitation) ?? '';
const text = (answer: Answer) => toText(answer, linkOf);
const markdown = (answer: Answer) => toMarkdown(answer, linkOf);

describe.each(citationFormats)('an answer as %s', (format) => {
  it('names report, year, chapter, page and link, and leaves out what failed its check', () => {
    const citations = [{ ...sampleCitation, documentTitle: 'Fragmented Europe', documentYear: 2026 }];
    const [sentence] = sampleAnswer.sentences;
    if (sentence === undefined) throw new Error('The sample has a sentence.');
    const failed = { ...sentence, text: 'Bosch hires.', verified: false, problems: ['Not on p. 84.'] };
    const copy = citeAnswer({ ...sampleAnswer, citations, sentences: [failed, sentence] }, format, linkOf);
    for (const part of ['Fragmented Europe', '2026', 'Germany', '84', link]) expect(copy).toContain(part);
    expect(copy).toContain('20,000 jobs');
    expect(copy).not.toContain('Bosch hires');
  });

  it('has nothing of what was struck, and no numbers of endnotes in quotations', () => {
    const copy = citeAnswer(struckAnswer, format, linkOf);
    expect(copy).not.toMatch(/25,000|Siemens/);
    expect(copy).toContain('German cars.');
    expect(copy).not.toContain('German cars.2');
  });

  it('says of no answer what was looked for, or lists nothing', () => {
    const copy = citeAnswer(notFound, format, linkOf);
    if (referenceFormats.includes(format)) expect(copy.trim()).toMatch(/^(?:\[\])?$/);
    else if (format !== 'csv' && format !== 'rtf') expect(copy).toContain('no passage gives an amount');
  });
});

describe('an answer as text and Markdown', () => {
  it('says of a quotation that it was read by OCR', () => {
    const citations = [{ ...sampleCitation, ocr: { confidence: 0.93 } }];
    expect(text({ ...sampleAnswer, citations })).toContain('(Germany, p. 84, read by OCR, confidence .93)');
  });

  it('says below a row of a table what its figures are', () => {
    const cells = ['Ivy', '34%', '41%'].map((cell) => ({ text: cell, heads: [], boxes: [] }));
    const arranged = 'Ivy: PRESSURE 34%; CHOLESTEROL 41%';
    const row = { arranged, caption: 'Table 4', unit: null, under: [], cells };
    const told = 'arranged, of "Table 4": Ivy: PRESSURE 34%; CHOLESTEROL 41%';
    const answer = { ...sampleAnswer, citations: [{ ...sampleCitation, row }] };
    expect(text(answer)).toContain(`(Germany, p. 84)\n  ${told}\n`);
    expect(markdown(answer)).toContain(`> — Germany, p. 84\n\n${told}\n\n`);
    expect(citeAnswer(answer, 'rtf', linkOf)).toContain(`{\\pard\\sa120 ${told}\\par}`);
    expect(showPlainAnswer(answer)).toMatch(new RegExp(`^\\[1\\] .*Germany, p\\. 84\\n {4}${told}$`, 'm'));
  });

  it('has a line for each item of a list, whose place is named once in Markdown', () => {
    const [sentence] = sampleAnswer.sentences;
    if (sentence === undefined) throw new Error('The sample has a sentence.');
    const say = (said: string, listItem?: true) => ({
      ...sentence,
      text: said,
      ...(listItem && { listItem }),
    });
    const sentences = [say('It has two parts:'), say('Oil', true), say('2. Gas', true)];
    const answer = { ...sampleAnswer, sentences };
    expect(text(answer).split('\n').slice(2, 5)).toEqual([
      'It has two parts: (Germany, p. 84)',
      '- Oil (Germany, p. 84)',
      '2. Gas (Germany, p. 84)',
    ]);
    expect(markdown(answer).split('\n').slice(2, 9)).toEqual([
      '> It has two parts:',
      '>',
      '> - Oil',
      '>',
      '> 2\\. Gas',
      '>',
      '> — Germany, p. 84',
    ]);
  });

  it('has what stands around those that answer below them', () => {
    const { coverage: _, groups: _groups, ...plain } = sampleAnswer;
    const sentences = ['Bosch cuts.', 'ZF cuts.'].flatMap((words) =>
      sampleAnswer.sentences.map((one) => ({ ...one, text: words })),
    );
    const answer = { ...plain, sentences, lead: [0] };
    expect(text(answer)).toMatch(/Bosch cuts\. \(.*\)\n\nMore around it:\nZF cuts\./);
    expect(markdown(answer)).toMatch(/> Bosch cuts\.\n> — .*\n\nMore around it:\n\n> ZF cuts\./);
  });

  it('asks in full what was asked on', () => {
    const answer = { ...sampleAnswer, resolvedQuestion: 'How many jobs will Bosch cut in Germany?' };
    expect(text(answer).split('\n')[0]).toBe('How many jobs will Bosch cut in Germany?');
    expect(markdown(answer).split('\n')[0]).toBe('## How many jobs will Bosch cut in Germany?');
  });

  it('says what a model wrote, which is no quotation', () => {
    const said = 'Written by a language model; each sentence was checked against the page named.';
    expect(text(writtenAnswer).split('\n')).toContain(said);
    expect(markdown(writtenAnswer)).toContain(`\n\n${said}\n\nThe agenda is meant`);
    expect(markdown(writtenAnswer)).not.toContain('> ');
    expect(text(sampleAnswer)).not.toContain(said);
  });

  it('of a written comparison is what holds, row by row', () => {
    const [first, second, failed, quoted] = writtenComparison.sentences.map(({ text: words }) => words);
    const rows = toCsv(writtenComparison, linkOf).split('\r\n').slice(1);
    expect(rows.map((row) => row.split('","').slice(0, 2).join('","'))).toEqual([
      `"Germany","${first}`,
      `"Germany","${second}`,
      '"Belgium","',
      `"Executive Summary","${second}`,
      `"Executive Summary","${quoted}`,
    ]);
    for (const copy of [text(writtenComparison), markdown(writtenComparison)]) {
      expect(copy).not.toContain(failed);
      expect(copy).toContain('Written by a language model');
    }
  });

  it('names the report too if the answer cites several', () => {
    const other = {
      ...sampleCitation,
      number: 2,
      document: 'other',
      documentTitle: 'Another report: of 2027',
    };
    const sentences = sampleAnswer.sentences.map((one) => ({ ...one, citations: [1, 2] }));
    expect(text({ ...sampleAnswer, citations: [sampleCitation, other], sentences })).toContain(
      '(Fragmented Europe: Germany, p. 84; Another report: Germany, p. 84)',
    );
    expect(text(sampleAnswer)).toContain('(Germany, p. 84)');
  });

  it('names where the report says the same again', () => {
    const place = { passageId: 'p', chapter: 'Executive Summary', page: 12, pageLabel: '12', quote: 'So.' };
    const citations = [{ ...sampleCitation, alsoIn: [place] }];
    expect(text({ ...sampleAnswer, citations })).toContain('(Germany, p. 84; also Executive Summary, p. 12)');
  });

  it('says of a comparison what is not stated', () => {
    expect(text(comparison)).toContain('\nBelgium: Not stated.\n');
    expect(text(comparison)).toContain('\n2 of 2 chapters looked at, 1 speaks of it.\n');
    expect(markdown(comparison)).toContain('\n| Belgium | Not stated |\n');
  });

  it('has a row for each chapter of an answer from all of them', () => {
    const coverage = { chapters: 24, lookedAt: 24, speaking: 2, quoted: 2 };
    const sweden = {
      ...sampleCitation,
      number: 2,
      chapter: 'Sweden',
      page: 182,
      pages: [182],
      pageLabel: '182',
    };
    const [first] = sampleAnswer.sentences;
    const sentences = first === undefined ? [] : [first, { ...first, text: 'Sweden too.', citations: [2] }];
    const swept = { ...sampleAnswer, citations: [sampleCitation, sweden], sentences, coverage };
    expect(markdown(swept)).toContain('\n| Sweden | Sweden too. (Sweden, p. 182) |\n');
    expect(toCsv(swept, linkOf).split('\r\n').at(-1)).toMatch(/^"Sweden","Sweden too\.",/);
  });

  it('gives a "not found" with the nearest passages, named as such', () => {
    const lines = text(notFound).split('\n');
    expect(lines).toContain('Nearest passages, not an answer:');
    expect(lines.at(-1)).toBe(`“${sampleCitation.quote}” (Germany, p. 84): names jobs, gives no amount`);
  });

  it("keeps the report's own signs from being read as Markdown", () => {
    const sentences = sampleAnswer.sentences.map((one) => ({ ...one, text: 'Growth of 5% | a *star*.' }));
    expect(markdown({ ...sampleAnswer, sentences })).toContain('> Growth of 5% \\| a \\*star\\*.');
  });
});

describe('an answer as CSV', () => {
  it('doubles quotation marks, and has a row for what is not stated', () => {
    const sentences = comparison.sentences.map((one) => ({ ...one, text: 'He said "no", twice.' }));
    expect(toCsv({ ...comparison, sentences }, linkOf).split('\r\n')).toEqual([
      '"Row","Sentence","Report","Year","Chapter","Pages","Link"',
      `"Germany","He said ""no"", twice.","${sampleCitation.documentTitle}","","Germany","84","${link}"`,
      '"Belgium","","","","","",""',
    ]);
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    const sentences = comparison.sentences.map((one) => ({
      ...one,
      text: '=HYPERLINK("http://attacker.example")',
    }));
    expect(toCsv({ ...comparison, sentences }, linkOf)).toContain(
      `,"'=HYPERLINK(""http://attacker.example"")",`,
    );
  });
});
