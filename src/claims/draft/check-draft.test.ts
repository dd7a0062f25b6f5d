import { describe, expect, it } from 'vitest';
import type { Progress } from '../../core/types.ts';
import {
  sampleCitation,
  sampleDocument,
  sampleVerification,
} from '../../testing/assistant/fake-assistant.ts';
import type { CheckedSentence, VerifyRequest } from '../../wire/types.ts';
import { type CheckDraftOptions, checkDraft } from './check-draft.ts';

const supported: CheckedSentence = {
  verdict: 'supported',
  problems: [],
  score: 0.8,
  citation: sampleCitation,
};
const elsewhere: CheckedSentence = { ...sampleVerification, elsewhere: sampleCitation };
const altered: CheckedSentence = { ...sampleVerification, verdict: 'altered-quotation' };

/** Checks a draft with answers in order, the last one again and again. */
async function run(
  draft: string,
  answers: readonly CheckedSentence[],
  options: Partial<CheckDraftOptions> = {},
) {
  const requests: VerifyRequest[] = [];
  const checked = await checkDraft('draft.md', draft, {
    format: 'markdown',
    documents: [sampleDocument],
    check: async (request) => {
      requests.push(request);
      return answers[Math.min(requests.length, answers.length) - 1] ?? supported;
    },
    ...options,
  });
  return { ...checked, requests };
}

describe('checkDraft', () => {
  it('holds each sentence against the pages it cites, and looks up what cites nothing', async () => {
    const draft = '# Cars\n\nBosch cuts 20,000 jobs [Germany, p. 84]. Others have cut jobs as well.';
    const { file, sentences, summary, requests } = await run(draft, [supported, sampleVerification]);
    expect(requests).toEqual([
      { sentence: 'Bosch cuts 20,000 jobs.', pages: [84] },
      { sentence: 'Others have cut jobs as well.' },
    ]);
    expect(file).toBe('draft.md');
    expect(sentences).toEqual([
      {
        line: 1,
        column: 3,
        text: 'Cars',
        cited: [],
        status: 'not-checked',
        skipped: 'a heading',
        faults: [],
      },
      {
        line: 3,
        column: 1,
        text: 'Bosch cuts 20,000 jobs.',
        cited: ['[Germany, p. 84]'],
        status: 'carried',
        faults: [],
        verification: supported,
      },
      {
        line: 3,
        column: 42,
        text: 'Others have cut jobs as well.',
        cited: [],
        status: 'not-carried',
        faults: [],
        verification: sampleVerification,
      },
    ]);
    expect(summary).toEqual({ sentences: 3, carried: 1, misplaced: 0, notCarried: 1, notChecked: 1 });
  });

  it('tells what is supported by another page, or cites a page that there is not', async () => {
    const draft =
      'Bosch cuts 20,000 jobs (p. 86). Bosch cuts 20,000 jobs (p. 384). Bosch is cutting jobs.[^1]';
    const { sentences, summary, requests } = await run(draft, [elsewhere, supported]);
    expect(sentences.map(({ status, faults }) => [status, ...faults])).toEqual([
      ['misplaced'],
      ['misplaced', 'p. 384: the report has 194 pages.'],
      ['misplaced', '[^1]: there is no such note.'],
    ]);
    expect(requests.map(({ pages }) => pages)).toEqual([[86], undefined, undefined]);
    expect(summary).toMatchObject({ misplaced: 3, carried: 0 });
  });

  it('holds a block quotation to its letters, unless it is the report’s own sentence', async () => {
    const draft = '> Bosch “alone” is cutting 20,000 jobs.';
    const { sentences, summary, requests } = await run(draft, [supported, altered]);
    expect(requests.map(({ sentence }) => sentence)).toEqual([
      'Bosch “alone” is cutting 20,000 jobs.',
      "“Bosch 'alone' is cutting 20,000 jobs.”",
    ]);
    expect(sentences[0]?.status).toBe('altered-quotation');
    expect(summary).toMatchObject({ notCarried: 1 });
    expect((await run(draft, [{ ...supported, score: 1 }])).requests).toHaveLength(1);
    expect((await run(draft, [supported])).sentences[0]?.status).toBe('carried');
  });

  it('looks up what leans on the sentence before in its chapter too', async () => {
    const draft = 'Bosch cuts 20,000 jobs [Germany, p. 84]. It blames weak demand. Others cut jobs as well.';
    const { sentences, requests } = await run(draft, [
      supported,
      sampleVerification,
      supported,
      sampleVerification,
    ]);
    expect(requests.slice(1)).toEqual([
      { sentence: 'It blames weak demand.' },
      { sentence: 'It blames weak demand.', chapters: ['Germany'] },
      { sentence: 'Others cut jobs as well.' },
    ]);
    expect(sentences.map(({ status }) => status)).toEqual(['carried', 'carried', 'not-carried']);
    const first = await run('It blames weak demand.', [sampleVerification]);
    expect(first.requests).toHaveLength(1);
  });

  it('narrows what cites nothing to the scope, and names documents where there are several', async () => {
    const annex = { ...sampleDocument, id: 'annex', pageCount: 2, pageLabels: ['1', '2'] };
    const { requests } = await run('Bosch is cutting jobs (p. 84). It blames weak demand.', [supported], {
      documents: [sampleDocument, annex],
      scope: { chapters: ['Germany'] },
    });
    expect(requests).toEqual([
      { sentence: 'Bosch is cutting jobs.', pages: [84], documents: [sampleDocument.id] },
      { sentence: 'It blames weak demand.', chapters: ['Germany'] },
    ]);
  });

  it('reports progress', async () => {
    const steps: Progress[] = [];
    await run('# Cars\n\nBosch cuts 20,000 jobs.', [supported], { onProgress: (step) => steps.push(step) });
    expect(steps).toEqual([
      { stage: 'checking', done: 1, total: 2 },
      { stage: 'checking', done: 2, total: 2 },
    ]);
  });
});
