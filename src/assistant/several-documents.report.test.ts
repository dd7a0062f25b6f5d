import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everybody } from '../config/grants.ts';
import { type Library, openLibrary } from '../testing/assistant/library.ts';
import { agencies, americas, topics, utilities, years } from '../testing/documents/other-reports.ts';
import { italy, makeReport, poland, type SmallChapter, sweden } from '../testing/documents/small-report.ts';
import type { Answer, AskRequest, Turn } from '../wire/types.ts';

/** Its chapter is called as a word of questions about others, and it names countries without a chapter of their own. */
const budget: SmallChapter = {
  title: 'Budget',
  section: 'Grants',
  paragraphs: [
    'The foundation spends EUR 9 million a year on grants for theatres. Its trustees meet in March, and Norway pays a third of what is given to festivals.',
  ],
};
const reports: Record<string, readonly SmallChapter[]> = {
  utilities,
  years,
  agencies,
  topics,
  americas,
  europe: [sweden, poland, italy],
  foundation: [budget],
};
let library: Library;
beforeAll(async () => {
  const files = Object.entries(reports).map(([name, chapters]): [string, Uint8Array] => [
    `${name}.pdf`,
    makeReport(chapters),
  ]);
  library = await openLibrary(Object.fromEntries(files));
  await library.changes.change('americas', { title: 'Lithium', year: 2023, tags: ['Mining'] }, everybody);
  await library.changes.change('utilities', { title: 'Lithium', year: 2024 }, everybody);
  await library.changes.change('foundation', { title: 'Lithium', year: 2024 }, everybody);
}, 300_000);
afterAll(() => library.close());

const ask = (question: string, request: Omit<AskRequest, 'question'> = {}): Promise<Answer> =>
  library.live.current().ask({ question, ...request });
const placesOf = ({ citations }: Answer) => [
  ...new Set(citations.map(({ document, chapter }) => `${document}: ${chapter}`)),
];
const said = ({ sentences }: Answer) => sentences.map(({ text }) => text).join(' ');

describe.each([
  ['of all documents', false],
  ['of one of them', true],
])('a question %s', (_, isNarrowed) => {
  it.each([
    ['utilities', 'How many people does Nordwind employ?', 'Nordwind Energy AG', '6,100'],
    ['years', 'How many containers did the port handle in 2022?', '2022', '7.4 million'],
    ['agencies', 'What is the budget of the BLS?', 'Bureau of Labor Statistics', '700 million'],
    ['topics', 'How many passengers does public transport carry?', 'Public transport', '410,000'],
    ['americas', 'When did the Mexicans nationalise lithium?', 'Mexico', '2022'],
    ['europe', 'Which companies did Sweden ban from its 5G networks?', 'Sweden', 'Huawei and ZTE'],
    ['foundation', 'How much does the foundation spend on theatres?', 'Budget', 'EUR 9 million'],
    ['foundation', 'What does Norway pay for festivals?', 'Budget', 'a third'],
  ])('is answered by %s: %s', async (document, question, chapter, fact) => {
    const answer = await ask(question, isNarrowed ? { documents: [document] } : {});
    expect(placesOf(answer)).toEqual([`${document}: ${chapter}`]);
    expect(said(answer)).toContain(fact);
  });

  it.each([
    ['utilities', 'Compare the revenue of Nordwind and Solara', ['Nordwind Energy AG', 'Solara Power plc']],
    [
      'agencies',
      'Which has the larger budget, the FTC or FERC?',
      ['Federal Trade Commission', 'Federal Energy Regulatory Commission'],
    ],
    ['americas', 'Compare the lithium of Brazil and Chile', ['Brazil', 'Chile']],
  ])('compares what %s has: %s', async (document, question, labels) => {
    const { groups = [] } = await ask(question, isNarrowed ? { documents: [document] } : {});
    expect(groups.map(({ label }) => label)).toEqual(labels);
    expect(groups.every(({ sentences }) => sentences.length > 0)).toBe(true);
  });
});

describe('several documents', () => {
  it('answer what another has a chapter on, and refuse what none has', async () => {
    const abroad = await ask('When did Mexico nationalise lithium?', { documents: ['europe'] });
    expect(abroad).toMatchObject({ status: 'not-found', reason: 'no-chapter' });
    expect(abroad.answer).toContain('Lithium (2023): Mexico, p. 3 speaks of it.');
    expect(await ask('Which companies did Finland ban?', { documents: ['europe'] })).toMatchObject({
      status: 'not-found',
    });
  });

  it('mend typos by the words of those asked alone', async () => {
    const typo = 'How many countainers did the port handle in 2022?';
    const warnings = async (request: Omit<AskRequest, 'question'>) =>
      (await ask(typo, request)).warnings.map(({ message }) => message);
    const mended = 'Read “countainers” as “containers”.';
    expect(await warnings({})).toContain(mended);
    expect(await warnings({ documents: ['years'] })).toContain(mended);
    expect(await warnings({ documents: ['topics', 'agencies'] })).not.toContain(mended);
  });

  it('are told apart in each place by year, and by file where even that is the same', async () => {
    const labelOf = async (question: string) => (await ask(question)).citations[0]?.documentLabel;
    expect(await labelOf('When did Mexico nationalise lithium?')).toBe('Lithium (2023)');
    expect(await labelOf('How many people does Nordwind employ?')).toBe('Lithium (2024, utilities)');
    const { hits } = await library.live.current().search({ query: 'grants for theatres', years: [2024] });
    expect(hits[0]).toMatchObject({
      document: 'foundation',
      documentYear: 2024,
      documentLabel: 'Lithium (2024, foundation)',
    });
  });

  it('are narrowed to by tag and year', async () => {
    const lithium = 'When did Mexico nationalise lithium?';
    expect(placesOf(await ask(lithium, { tags: ['mining'], years: [2022, 2023] }))).toEqual([
      'americas: Mexico',
    ]);
    expect(await ask(lithium, { years: [2024] })).toMatchObject({ status: 'not-found' });
    await expect(ask(lithium, { tags: ['oil'] })).rejects.toMatchObject({
      code: 'unknown-document',
      sentence: 'No document is tagged “oil”. The tags are: Mining.',
    });
  });

  it('understand a follow-up by the turn before', async () => {
    const question = 'What was the revenue of Nordwind?';
    const { answer } = await ask(question);
    const history: Turn[] = [{ question, answer }];
    expect((await ask('And of Solara?', { history })).resolvedQuestion).toBe(
      'What was the revenue of Solara Power plc?',
    );
  });
});
