import { describe, expect, it } from 'vitest';
import { VerseError } from '../../core/errors.ts';
import {
  fakeAssistant,
  sampleAnswer,
  sampleCitation,
  sampleListing,
} from '../../testing/assistant/fake-assistant.ts';
import { appWith } from '../../testing/http/test-app.ts';
import type { DocumentListing } from '../../wire/types.ts';
import { findQuestions, isAnswered } from './find-questions.ts';
import { createStarters } from './starters.ts';

const section = (title: string): NonNullable<DocumentListing['structure']>[number] => ({
  ...{ title, kind: 'section', level: 2, page: 3, sources: ['heading'] },
});
const manual = (id: string, ...titles: string[]): DocumentListing => ({
  ...sampleListing,
  id,
  title: 'EPANET 2.2 User Manual',
  structure: titles.map(section),
});

describe('findQuestions', () => {
  it('asks about sections that a question can name: no numbers, capitals, broken letters or the title itself', () => {
    const titles = [
      'EPANET 2.2 User Manual',
      '53',
      'DRAG AND DROP',
      'Objec&ves: Findings?',
      'Abstract',
      'How to create and offer products',
      '5.3 Calibration Data Files',
      'Preview before Printing',
    ];
    expect(findQuestions(manual('epanet', ...titles))).toEqual([
      {
        question: 'What is said about Calibration Data Files?',
        document: 'epanet',
        section: '5.3 Calibration Data Files',
      },
      {
        question: 'What is said about Preview before Printing?',
        document: 'epanet',
        section: 'Preview before Printing',
      },
    ]);
  });

  it('asks what was written for the report that ships, and spreads others over the document', () => {
    expect(findQuestions(sampleListing).map(({ question }) => question)).toContain(
      'Which law did the Dutch invoke to seize Nexperia?',
    );
    const many = Array.from({ length: 80 }, (_, index) => `The long section ${index}`);
    const asked = findQuestions(manual('epanet', ...many));
    expect(asked).toHaveLength(8);
    expect(asked.at(-1)?.section).toBe('The long section 70');
  });
});

describe('isAnswered', () => {
  const tried = { question: 'What is said about it?', document: sampleCitation.document, section: 'Jobs' };
  const answer = { ...sampleAnswer, confidence: 0.9, citations: [{ ...sampleCitation, section: 'Jobs' }] };

  it('takes an answer of the section asked about', () => {
    expect(isAnswered(tried, answer)).toBe(true);
    const below = { ...sampleCitation, section: 'Cars', path: ['Germany', 'Jobs', 'Cars'] };
    expect(isAnswered(tried, { ...answer, citations: [below] })).toBe(true);
  });

  it.each([
    ['a refusal', { status: 'not-found' as const }],
    ['another document', { citations: [{ ...sampleCitation, section: 'Jobs', document: 'other' }] }],
    ['another section', { citations: [{ ...sampleCitation, section: 'Cars' }] }],
    ['an answer that is not sure', { confidence: 0.5 }],
    ['a warning', { warnings: [{ code: 'spelling', message: 'Read “Bosh” as “Bosch”.' }] }],
  ])('does not take %s', (_, other) => {
    expect(isAnswered(tried, { ...answer, ...other })).toBe(false);
  });
});

describe('GET /v1/starters', () => {
  it('gives one for each of several documents, once it was tried, and tries once', async () => {
    const documents = [
      manual('a', 'Preview before Printing', 'Curves of Pumps'),
      manual('b', 'Types of Valves'),
      manual('c'),
    ];
    const script = {
      documents: async () => documents,
      ask: async ({ question }: { question: string }) => {
        const title = /about (.*)\?/.exec(question)?.[1] ?? '';
        const document = documents.find(({ structure = [] }) => structure.some((one) => one.title === title));
        const citations = [{ ...sampleCitation, section: title, document: document?.id ?? '' }];
        return { ...sampleAnswer, confidence: title === 'Preview before Printing' ? 0.2 : 0.9, citations };
      },
    };
    const assistant = fakeAssistant(script);
    const starters = createStarters(0);
    expect(await starters.of(assistant)).toMatchObject({ ready: false });
    await expect.poll(async () => (await starters.of(assistant)).ready).toBe(true);
    expect((await starters.of(assistant)).starters).toEqual([
      { question: 'What is said about Curves of Pumps?', document: 'a' },
      { question: 'What is said about Types of Valves?', document: 'b' },
    ]);
    expect(assistant.calls.filter(([method]) => method === 'ask')).toHaveLength(3);
  });

  it('begins with two of what the only document surely says as a whole', async () => {
    const assistant = fakeAssistant({
      documents: async () => [manual('a', 'Preview before Printing')],
      ask: async ({ question }: { question: string }) => {
        const citations = [{ ...sampleCitation, document: 'a', section: 'Preview before Printing' }];
        return { ...sampleAnswer, confidence: question.includes('findings') ? 0.6 : 0.9, citations };
      },
    });
    const starters = createStarters(0);
    await expect.poll(async () => (await starters.of(assistant)).ready).toBe(true);
    expect((await starters.of(assistant)).starters.map(({ question }) => question)).toEqual([
      'What does it recommend?',
      'What is its purpose?',
      'What is said about Preview before Printing?',
    ]);
  });

  it('begins anew where the index was out of reach, and gives nothing for no documents', async () => {
    let isAway = true;
    const assistant = fakeAssistant({
      documents: async () => [manual('a', 'Preview before Printing')],
      ask: async ({ question }: { question: string }) => {
        if (isAway) throw new VerseError('database-away', 'The database db/reports cannot be reached.');
        const citations = [{ ...sampleCitation, document: 'a', section: 'Preview before Printing' }];
        return { ...sampleAnswer, confidence: question.includes('about') ? 0.9 : 0.6, citations };
      },
    });
    const starters = createStarters(0);
    const first = await starters.of(assistant);
    await expect.poll(() => first).toEqual({ starters: [], ready: true });
    isAway = false;
    await expect
      .poll(async () => (await starters.of(assistant)).starters)
      .toEqual([{ question: 'What is said about Preview before Printing?', document: 'a' }]);
    const none = await createStarters(0).of(fakeAssistant({ documents: async () => [] }));
    expect(none).toEqual({ starters: [], ready: true });
  });

  it('without trying gives those that were written for a document', async () => {
    const { app } = appWith({ documents: async () => [sampleListing, manual('b', 'Types of Valves')] });
    const { starters, ready } = await (await app.request('/v1/starters')).json();
    expect(ready).toBe(true);
    expect(starters.map(({ document }: { document: string }) => document)).toEqual(
      Array(4).fill(sampleListing.id),
    );
  });
});
