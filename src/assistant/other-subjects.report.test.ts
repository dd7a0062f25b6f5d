import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Library, openLibrary } from '../testing/assistant/library.ts';
import { agencies, americas, topics, utilities, years } from '../testing/documents/other-reports.ts';
import { makeReport, type SmallChapter } from '../testing/documents/small-report.ts';
import type { Answer, Turn } from '../wire/types.ts';

const reports: Record<string, readonly SmallChapter[]> = { utilities, years, agencies, topics, americas };
const libraries = new Map<string, Library>();
beforeAll(async () => {
  for (const [name, chapters] of Object.entries(reports))
    libraries.set(name, await openLibrary({ [`${name}.pdf`]: makeReport(chapters, `The ${name} in short`) }));
}, 300_000);
afterAll(async () => {
  for (const library of libraries.values()) await library.close();
});

async function ask(report: string, question: string, history: Turn[] = []): Promise<Answer> {
  const library = libraries.get(report);
  if (library === undefined) throw new Error(`no report ${report}`);
  return library.live.current().ask({ question, history });
}
const chaptersOf = ({ citations }: Answer) => [...new Set(citations.map(({ chapter }) => chapter))];
const said = ({ sentences }: Answer) => sentences.map(({ text }) => text).join(' ');

describe('a question is led to the chapter that it names', () => {
  it.each([
    ['utilities', 'How many people does Nordwind employ?', 'Nordwind Energy AG', '6,100'],
    ['utilities', "What was Hydra's revenue in 2024?", 'Hydra Water Works Ltd', '2.5 billion'],
    ['years', 'How many containers did the port handle in 2022?', '2022', '7.4 million'],
    ['agencies', 'How many cases did the FTC open?', 'Federal Trade Commission', '42'],
    ['agencies', 'What is the budget of the BLS?', 'Bureau of Labor Statistics', '700 million'],
    ['topics', 'How many passengers does public transport carry?', 'Public transport', '410,000'],
    ['americas', 'When did the Mexicans nationalise lithium?', 'Mexico', '2022'],
  ])('%s: %s', async (report, question, chapter, fact) => {
    const answer = await ask(report, question);
    expect(chaptersOf(answer)).toEqual([chapter]);
    expect(said(answer)).toContain(fact);
  });
});

describe('a comparison tells of each', () => {
  it.each([
    ['utilities', 'Compare the revenue of Nordwind and Solara', ['Nordwind Energy AG', 'Solara Power plc']],
    ['years', 'How many containers did the port handle in 2021 and in 2023?', ['2021', '2023']],
    [
      'agencies',
      'Which has the larger budget, the FTC or FERC?',
      ['Federal Trade Commission', 'Federal Energy Regulatory Commission'],
    ],
    [
      'topics',
      'Compare the repairs of drinking water and school buildings',
      ['Drinking water', 'School buildings'],
    ],
    ['americas', 'Compare the lithium of Brazil and Chile', ['Brazil', 'Chile']],
  ])('%s: %s', async (report, question, labels) => {
    const { groups = [] } = await ask(report, question);
    expect(groups.map(({ label }) => label)).toEqual(labels);
    expect(groups.every(({ sentences }) => sentences.length > 0)).toBe(true);
  });
});

describe('a question for all of a kind looks into each chapter', () => {
  it.each([
    ['utilities', 'Which utilities have closed their coal plants?', 2],
    ['years', 'In which years was there a strike?', 2],
    ['agencies', 'What is the budget of all agencies?', 3],
    ['topics', 'Which areas need repairs?', 2],
    ['americas', 'Which countries have a national lithium company?', 2],
  ])('%s: %s', async (report, question, least) => {
    const answer = await ask(report, question);
    expect(answer.status).toBe('answered');
    expect(chaptersOf(answer).length).toBeGreaterThanOrEqual(least);
  });
});

describe('a follow-up asks the same of another', () => {
  it.each([
    [
      'utilities',
      'What was the revenue of Nordwind?',
      'And of Solara?',
      'What was the revenue of Solara Power plc?',
    ],
    [
      'years',
      'How many containers did the port handle in 2021?',
      'And in 2022?',
      'How many containers did the port handle in 2022?',
    ],
    [
      'agencies',
      'How large is the budget of the FTC?',
      'And for FERC?',
      'How large is the budget of the Federal Energy Regulatory Commission?',
    ],
    [
      'topics',
      'What do repairs of school buildings cost?',
      'What about public transport?',
      'What do repairs of Public transport cost?',
    ],
    ['americas', 'What do Brazilian mines get?', 'And in Mexico?', 'What do Mexican mines get?'],
  ])('%s: %s %s', async (report, question, followUp, inFull) => {
    const { answer } = await ask(report, question);
    const next = await ask(report, followUp, [{ question, answer }]);
    expect(next.resolvedQuestion).toBe(inFull);
  });
});
