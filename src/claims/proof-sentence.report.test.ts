/** Sentences about the report, held against the real index by the real encoder. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../assistant/assistant.ts';
import { openReportAssistant } from '../testing/assistant/report-index.ts';
import type { CheckedSentence, VerifyRequest } from '../wire/types.ts';
import { verificationSchema } from '../wire/verification.ts';

let assistant: Assistant;
beforeAll(async () => {
  assistant = await openReportAssistant();
});
afterAll(() => assistant.close());

const jobs = 'Bosch is cutting more than 20,000 jobs in its automotive division.';
const source = 'Bosch alone has announced cutting more than 20,000 jobs in its automotive division';
const ban = 'Sweden banned Huawei and ZTE from its 5G networks in 2020.';

async function check(request: VerifyRequest): Promise<CheckedSentence> {
  return verificationSchema.parse(await assistant.check(request));
}

describe('a sentence without a place', () => {
  it('is looked up, and cited with the sentence that supports it', async () => {
    const { verdict, problems, citation, found, further, elsewhere, nearest } = await check({
      sentence: jobs,
    });
    expect({ verdict, problems, further, elsewhere, nearest }).toEqual({
      verdict: 'supported',
      problems: [],
    });
    expect(citation).toMatchObject({ number: 1, chapter: 'Germany', page: 84, pages: [84], pageLabel: '84' });
    expect(citation?.quote.startsWith(source)).toBe(true);
    expect(citation?.boxes.map(({ page }) => page)).toContain(84);
    const place = { document: 'fragmented-europe-2026', page: 84, pageLabel: '84' };
    expect(found).toEqual([
      { kind: 'name', text: 'Bosch', ...place },
      { kind: 'number', text: '20,000', ...place },
    ]);
  });

  it('is told with what of it was found, each on the page that has it', async () => {
    const { found } = await check({ sentence: ban });
    expect(found?.map(({ kind, text, page }) => `${kind} ${text}, p. ${page}`)).toEqual([
      'name Sweden, p. 182',
      'name Huawei, p. 182',
      'name ZTE, p. 182',
      'date 2020, p. 182',
    ]);
    expect(await check({ sentence: ban.replace('2020', '2021') })).not.toHaveProperty('found');
    const passage = 'Sweden banned Huawei and ZTE from its 5G networks in 2020.';
    expect(await check({ sentence: ban, passage })).not.toHaveProperty('found');
  });

  it('that the report does not support is told with what is wrong, and the passages nearest to it', async () => {
    const checked = await check({ sentence: jobs.replace('20,000', '25,000') });
    expect(checked.verdict).toBe('unsupported');
    expect(checked.problems).toMatchObject([{ kind: 'number', text: '25,000' }]);
    expect(checked.citation).toMatchObject({ chapter: 'Germany', page: 84 });
    expect(checked.citation?.quote.startsWith(source)).toBe(true);
    expect(checked.nearest).toHaveLength(2);
    for (const { passageId, why } of checked.nearest ?? []) {
      expect(passageId).not.toBe(checked.citation?.passageId);
      expect(why).toContain('25,000');
    }
  });

  it.each([
    'That is bad news for a government that promised growth.',
    'Europe has been slow to react.',
    'The numbers speak for themselves.',
  ])('is not supported by a passage that shares hardly a word with it: %s', async (sentence) => {
    expect(await check({ sentence })).toMatchObject({ verdict: 'unsupported' });
  });

  it('may give a name in full that the passage gives in part', async () => {
    const sentence =
      'During his visit to Beijing in February 2026, Chancellor Friedrich Merz called for more Chinese investments in Germany.';
    expect(await check({ sentence, pages: [86] })).toMatchObject({ verdict: 'supported' });
    expect(await check({ sentence: sentence.replace('Friedrich', 'Joachim'), pages: [86] })).toMatchObject({
      verdict: 'unsupported',
      problems: [{ kind: 'name', text: 'Joachim' }],
    });
  });

  it('is told from an altered quotation', async () => {
    const right = 'In 2015 German companies “took China’s ambitions seriously”.';
    const altered = right.replace('seriously', 'very seriously');
    expect(await check({ sentence: altered, chapters: ['Germany'] })).toMatchObject({
      verdict: 'altered-quotation',
      problems: [{ kind: 'quotation', reason: 'in the report “very” is added' }],
    });
    const { problems } = await check({ sentence: right, chapters: ['Germany'] });
    expect(problems.map(({ kind }) => kind)).not.toContain('quotation');
  });
});

describe('a sentence with its pages', () => {
  it('is supported by them, or it is said where else it stands', async () => {
    expect(await check({ sentence: jobs, pages: [84] })).toMatchObject({ verdict: 'supported' });
    expect(await check({ sentence: jobs, pages: [86], chapters: ['germany'] })).toMatchObject({
      verdict: 'unsupported',
      problems: [{ kind: 'page', text: 'germany, p. 86', reason: 'supported by Germany, p. 84' }],
      elsewhere: { chapter: 'Germany', page: 84 },
    });
    expect(await check({ sentence: jobs, chapters: ['Sweden'] })).toMatchObject({
      problems: [{ kind: 'page', text: 'Sweden', reason: 'supported by Germany, p. 84' }],
    });
  });

  it('may need sentences of two of them', async () => {
    const both = `${jobs.replace('.', ',')} and ${ban}`;
    const { verdict, citation, further = [] } = await check({ sentence: both, pages: [84, 182] });
    expect(verdict).toBe('supported');
    const chapters = [citation, ...further].map((one) => one?.chapter);
    expect(chapters.sort()).toEqual(['Germany', 'Sweden']);
  });

  it.each([
    [{ pages: [384] }, 'There is no page 384: fragmented-europe-2026 has pages 1 to 194. Name one of those.'],
    [
      { pages: [84, 30], chapters: ['Germany'] },
      'There is no page 30: Germany has pages 82 to 91. Name one of those.',
    ],
    [{ chapters: ['Germny'] }, 'No chapter is called “Germny”. Did you mean Germany?'],
    [
      { passageIds: ['fragmented-europe-2026/99/1'] },
      'No passage has the id “fragmented-europe-2026/99/1”. Search again: ids change when a document does.',
    ],
  ])('is refused where there is no such place: %j', async (place, message) => {
    await expect(assistant.check({ sentence: jobs, ...place })).rejects.toMatchObject({ sentence: message });
  });
});

describe('a sentence with its source', () => {
  it('is held against passages by their ids, and against no other', async () => {
    const { citation } = await check({ sentence: jobs });
    const passageIds = [citation?.passageId ?? ''];
    expect(await check({ sentence: jobs, passageIds })).toMatchObject({ verdict: 'supported' });
    expect(await check({ sentence: ban, passageIds })).toMatchObject({
      verdict: 'unsupported',
      citation: { passageId: passageIds[0] },
      elsewhere: { chapter: 'Sweden', page: 182 },
    });
  });

  it('is held against a text that need not be the report’s', async () => {
    const passage = 'In 2020 Sweden adopted a ban on equipment from Huawei and ZTE in 5G networks.';
    const { verdict, citation } = await check({ sentence: ban, passage });
    expect({ verdict, citation }).toEqual({ verdict: 'supported' });
    expect(await check({ sentence: jobs, passage })).toMatchObject({ verdict: 'unsupported' });
  });
});

it('stops when nobody waits any more', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  await expect(assistant.check({ sentence: jobs }, { signal })).rejects.toThrow('gone');
});
