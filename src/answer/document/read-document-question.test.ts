import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { sampleReport } from '../../testing/answers/sample-report.ts';
import { readDocumentQuestion } from './read-document-question.ts';

const { document } = sampleReport;
const read = (text: string, named: readonly string[] = []) =>
  readDocumentQuestion(text, english, named, [document]);

/** All questions of the evals, whatever is to be answered to them. */
function evalQuestions(): string[] {
  const evals = join(import.meta.dirname, '..', '..', '..', 'evals');
  const files = [evals, join(evals, 'reports')].flatMap((folder) =>
    readdirSync(folder).flatMap((name) => (name.endsWith('.jsonl') ? [join(folder, name)] : [])),
  );
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line): string[] => {
        const { question, kind } = JSON.parse(line) as { question?: string; kind?: string };
        return question === undefined || kind === 'whole-document' ? [] : [question];
      }),
  );
}

describe('readDocumentQuestion', () => {
  it.each([
    ['What is the title of this report?', 'title'],
    ['what is the report called', 'title'],
    ['Who wrote this report?', 'authors'],
    ['Who are the authors of the study?', 'authors'],
    ['When was this report published?', 'published'],
    ['In which year was the paper published?', 'published'],
    ['How many pages does the document have?', 'pages'],
    ['How long is this report?', 'pages'],
    ['who wrote it', 'authors'],
    ['number of pages', 'pages'],
    ['Who are the authors?', 'authors'],
    ['Which report is this?', 'title'],
    ['Could you list the sections?', 'chapters'],
    ['I would like to see the table of contents, please', 'chapters'],
    ['Which chapters does the report have?', 'chapters'],
    ['How many chapters are there?', 'chapters'],
    ['list the chapters of the report', 'chapters'],
  ])('%s', (text, fact) => {
    expect(read(text)).toEqual({ fact });
  });

  it.each([
    ['What is the chapter on Sweden about?', 'about', 'Sweden'],
    ['What does the Swedish chapter deal with?', 'about', 'Sweden'],
    ['Which sources does the Swedish chapter cite?', 'sources', 'Sweden'],
    ['How many endnotes are there in the chapter on Sweden?', 'sources', 'Sweden'],
  ])('%s', (text, fact, name) => {
    const { of, ...rest } = read(text, ['Sweden']) ?? {};
    expect([rest, of?.chapter.name]).toEqual([{ fact }, name]);
  });

  it('is of one chapter that there is', () => {
    expect(read('What is the chapter on Norway about?')).toBeUndefined();
    expect(read('What is the chapter on Sweden or Poland about?', ['Sweden', 'Poland'])).toBeUndefined();
  });

  it.each([
    'Who wrote the report on Huawei in Estonia?',
    'How many pages did the ministry publish?',
    'What is the title of the strategy?',
    'When was the strategy published?',
    'What is the chapter on Sweden about to change?',
  ])('not: %s', (text) => {
    expect(read(text, ['Sweden'])).toBeUndefined();
  });

  it('takes none of the questions of the evals for one', () => {
    const questions = evalQuestions();
    expect(questions.length).toBeGreaterThan(4000);
    expect(questions.filter((question) => read(question, ['Sweden']) !== undefined)).toEqual([]);
  });
});
