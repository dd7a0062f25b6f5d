import { beforeEach, describe, expect, it } from 'vitest';
import type { Passage, ReportDocument } from '../core/types.ts';
import { sampleNote, samplePassages, sampleReport } from '../testing/answers/sample-report.ts';
import { createFakeEncoder, type FakeEncoder } from '../testing/networks/fake-encoder.ts';
import { createFakeReaders } from '../testing/networks/fake-readers.ts';
import { createFakeStore } from '../testing/store/fake-store.ts';
import { answerSchema } from '../wire/answer.ts';
import { documentSchema } from '../wire/document.ts';
import { passageSchema } from '../wire/passage.ts';
import { searchResponseSchema } from '../wire/search.ts';
import type { HitsEvent, SentenceEvent } from '../wire/types.ts';
import { type Assistant, createAssistant } from './assistant.ts';

/** A second document, of one chapter that the first has too. */
const brochure: ReportDocument = {
  ...sampleReport.document,
  id: 'brochure',
  title: 'A brochure',
  pageCount: 2,
  chapters: [
    { name: 'Front matter', title: 'Front matter', kind: 'front', page: 1, lastPage: 1 },
    { name: 'Sweden', title: 'Sweden: In brief', kind: 'chapter', page: 2, lastPage: 2 },
  ],
  report: { ...sampleReport.document.report, passages: { body: 1, note: 0, table: 0 } },
};
const brief: Passage = {
  id: 'brochure/1/1',
  documentId: 'brochure',
  chapter: 'Sweden',
  section: null,
  kind: 'body',
  text: 'Sweden banned equipment of Huawei from its 5G networks.',
  pages: [2],
  sentences: [
    {
      text: 'Sweden banned equipment of Huawei from its 5G networks.',
      pages: [2],
      boxes: [],
      noteIds: [],
      markers: [],
    },
  ],
};
const noted: Passage[] = samplePassages.map((passage) =>
  passage.kind === 'note'
    ? {
        ...passage,
        sentences: passage.sentences.map((one) => ({
          ...one,
          noteIds: [sampleNote.id, 'lost/1/n9'],
          markers: [
            { noteId: 'lost/1/n9', offset: 3 },
            { noteId: sampleNote.id, offset: 10 },
          ],
        })),
      }
    : passage,
);

let assistant: Assistant;
let encoder: FakeEncoder;
let closed = 0;
beforeEach(async () => {
  closed = 0;
  encoder = createFakeEncoder();
  const store = await createFakeStore({
    encoder,
    documents: [brochure, sampleReport.document],
    passages: [brief, ...noted],
    notes: [sampleNote],
  });
  const close = async () => {
    closed += 1;
  };
  assistant = await createAssistant(
    { encoder, ...createFakeReaders() },
    { ...store, close, locateFile: async ({ file }) => file, findMissing: async () => new Set() },
    { maxWords: 120, maxWordsPerCountry: 60, answerRate: 0.95 },
  );
});

const report = 'fragmented-europe-2026';
const ban = 'the explicit ban on equipment from Huawei and ZTE in 5G networks';

describe('a conversation', () => {
  const history = [{ question: 'What did Austria establish in Beijing in 2012?', answer: '' }];

  it('resolves a follow-up by the turns before it, typos mended, and says what was looked for', async () => {
    const answer = await assistant.ask({ question: 'and in Denmrak?', history });
    expect(answer).toMatchObject({
      question: 'and in Denmrak?',
      resolvedQuestion: 'What did Denmark establish in Beijing in 2012?',
      warnings: [{ code: 'spelling' }],
    });
    expect(encoder.calls.map(({ parts }) => parts)).toContainEqual([
      'What did Denmark establish in Beijing in 2012?',
    ]);
  });

  it('leaves a question as it is that stands alone, and every question without history', async () => {
    const alone = await assistant.ask({ question: ban, history });
    expect(alone).not.toHaveProperty('resolvedQuestion');
    expect(await assistant.ask({ question: 'and in Denmark?' })).not.toHaveProperty('resolvedQuestion');
  });
});

describe('search', () => {
  it('gives hits as the wire has them, best first, ten where no number is given', async () => {
    const found = searchResponseSchema.parse(await assistant.search({ query: ban }));
    expect(found.hits[0]).toMatchObject({
      passageId: `${report}/23/1`,
      document: report,
      chapter: 'Sweden',
      page: 182,
      pages: [182],
      kind: 'body',
    });
    expect(found.hits).toHaveLength(10);
    const scores = found.hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const score of scores) expect(score).toBe(Math.round(score * 10_000) / 10_000);
  });

  it('finds as many as asked for, of the kinds asked for; no kinds: all', async () => {
    const ids = async (rest: object) =>
      (await assistant.search({ query: ban, ...rest })).hits.map(({ passageId }) => passageId);
    expect(await ids({ limit: 2 })).toHaveLength(2);
    expect(await ids({ kinds: ['note'] })).toEqual([`${report}/5/2`]);
    expect(await ids({ kinds: [], limit: 20 })).toHaveLength(11);
  });

  it('narrows to documents and chapters by name, case aside; empty lists narrow nothing', async () => {
    const chapters = async (rest: object) =>
      (await assistant.search({ query: ban, limit: 20, ...rest })).hits.map(
        ({ document, chapter }) => `${document}/${chapter}`,
      );
    expect(await chapters({ documents: ['BROCHURE'] })).toEqual(['brochure/Sweden']);
    expect((await chapters({ chapters: ['sweden'] })).sort()).toEqual([
      'brochure/Sweden',
      `${report}/Sweden`,
    ]);
    expect(await chapters({ chapters: ['Sweden'], documents: [report] })).toEqual([`${report}/Sweden`]);
    expect(await chapters({ chapters: [], documents: [] })).toHaveLength(11);
  });

  it('refuses a query that the wire does not allow', async () => {
    await expect(assistant.search({ query: '' })).rejects.toMatchObject({
      code: 'bad-input',
      sentence: 'query: Needs at least 1 character.',
    });
    await expect(assistant.search({ query: ban, limit: 101 })).rejects.toMatchObject({
      code: 'bad-input',
      sentence: 'limit: Must be at most 100.',
    });
  });
});

describe('names that do not exist', () => {
  it('are refused with near names, by ask and search alike', async () => {
    const refusal = {
      code: 'unknown-chapter',
      sentence: 'No chapter is called “Swden”. Did you mean Sweden?',
    };
    await expect(assistant.ask({ question: ban, chapters: ['Swden'] })).rejects.toMatchObject(refusal);
    await expect(assistant.search({ query: ban, chapters: ['Swden'] })).rejects.toMatchObject(refusal);
  });

  it('are chapters of the documents asked for only', async () => {
    await expect(
      assistant.search({ query: ban, documents: ['brochure'], chapters: ['Denmark'] }),
    ).rejects.toMatchObject({
      code: 'unknown-chapter',
      sentence: 'No chapter is called “Denmark”. There are: Front matter, Sweden.',
    });
  });

  it('are refused with all there are where none is near', async () => {
    const refusal = {
      code: 'unknown-document',
      sentence: 'No document is called “minutes”. There are: brochure, fragmented-europe-2026.',
    };
    await expect(assistant.ask({ question: ban, documents: ['minutes'] })).rejects.toMatchObject(refusal);
    await expect(assistant.document('minutes')).rejects.toMatchObject(refusal);
  });
});

describe('ask', () => {
  it('gives an answer as the wire has it, with an id of its own', async () => {
    const question = ` Did Sweden adopt ${ban} in 2020? `;
    const answers = await Promise.all([assistant.ask({ question }), assistant.ask({ question })]);
    const [first, second] = answers.map((answer) => answerSchema.parse(answer));
    expect(first?.question).toBe(question.trim());
    expect(first?.model).toEqual({ encoder: assistant.encoderId, chat: null });
    expect(first?.searched).toMatchObject({ documents: 2, passages: 11 });
    expect(first?.id).not.toBe(second?.id);
  });

  it('searches what it was narrowed to', async () => {
    const answer = await assistant.ask({ question: `Did Sweden adopt ${ban}?`, documents: ['brochure'] });
    expect(answer.searched).toMatchObject({ documents: 1, passages: 1 });
    for (const { document } of [...answer.citations, ...(answer.nearest ?? [])])
      expect(document).toBe('brochure');
  });
});

describe('ask for a written answer', () => {
  it('is refused where no chat model is configured, and says how to configure one', async () => {
    expect(assistant.chatModel).toBeNull();
    await expect(assistant.ask({ question: ban, mode: 'generate' })).rejects.toMatchObject({
      code: 'chat-not-configured',
      sentence:
        'No chat model is configured that could write the answer. Set VERSE_CHAT_MODEL, to openai:gpt-5-mini for example, or ask without mode “generate”.',
    });
    expect((await assistant.ask({ question: ban, mode: 'extract' })).model.chat).toBeNull();
  });
});

describe('ask with a signal', () => {
  const question = 'Which companies did Sweden ban?';

  it('does not begin for someone who has gone', async () => {
    const before = encoder.calls.length;
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(assistant.ask({ question }, { signal })).rejects.toThrow('gone');
    expect(encoder.calls.length).toBe(before);
  });

  it('stops at the next step when the asker goes meanwhile', async () => {
    const asking = new AbortController();
    const answer = assistant.ask({ question }, { signal: asking.signal });
    asking.abort(new Error('gone'));
    await expect(answer).rejects.toThrow('gone');
  });
});

describe('compare with a signal', () => {
  it('compares nothing for someone who has gone', async () => {
    const editions = { before: report, after: 'brochure' };
    expect((await assistant.compare(editions)).before.id).toBe(report);
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(assistant.compare(editions, { signal })).rejects.toThrow('gone');
  });
});

describe('ask with a listener', () => {
  const question = `Who has ${ban}?`;

  it('hands on the passages found, then each sentence with its citations, then gives the answer', async () => {
    const seen: string[] = [];
    const events: SentenceEvent[] = [];
    let hits: HitsEvent['hits'] = [];
    const answer = await assistant.ask(
      { question },
      {
        onHits: (event) => {
          seen.push('hits');
          hits = event.hits;
        },
        onSentence: (event) => {
          seen.push('sentence');
          events.push(event);
        },
      },
    );
    expect(answer.sentences.length).toBeGreaterThan(0);
    expect(seen).toEqual(['hits', ...answer.sentences.map(() => 'sentence')]);
    expect(events.map(({ sentence }) => sentence)).toEqual(answer.sentences);
    expect(events.flatMap(({ citations }) => citations)).toEqual(answer.citations);
    expect(hits.map(({ passageId }) => passageId)).toContain(answer.citations[0]?.passageId);
  });

  it('waits for a slow listener, and stops with what it throws', async () => {
    let handed = 0;
    const slow = assistant.ask(
      { question },
      {
        onSentence: async () => {
          handed += 1;
          await Promise.resolve();
          throw new Error('full');
        },
      },
    );
    await expect(slow).rejects.toThrow('full');
    expect(handed).toBe(1);
  });

  it('hands on no more sentences once nobody waits', async () => {
    const asking = new AbortController();
    const asked = assistant.ask(
      { question },
      {
        signal: asking.signal,
        onHits: () => asking.abort(new Error('gone')),
        onSentence: () => expect.unreachable('nobody waits'),
      },
    );
    await expect(asked).rejects.toThrow('gone');
  });
});

describe('retrieve', () => {
  it('gives the ranked passages themselves', async () => {
    const hits = await assistant.retrieve(ban, 3, { chapters: ['Sweden'] });
    expect(hits.map(({ passage }) => passage.id).sort()).toEqual(['brochure/1/1', `${report}/23/1`]);
    expect(await assistant.retrieve(ban, 1)).toHaveLength(1);
  });
});

describe('documents', () => {
  it('lists each with its counts and chapters, front and back matter left out', async () => {
    const listing = (await assistant.documents()).map((document) => documentSchema.parse(document));
    expect(listing.map(({ id, pages, passages }) => ({ id, pages, passages }))).toEqual([
      { id: 'brochure', pages: 2, passages: 1 },
      { id: report, pages: 194, passages: 10 },
    ]);
    expect(listing[0]?.chapters).toEqual([
      { name: 'Sweden', title: 'Sweden: In brief', page: 2, lastPage: 2 },
    ]);
  });

  it('gives one by its id', async () => {
    expect(await assistant.document('brochure')).toEqual(brochure);
  });
});

describe('passage', () => {
  it('gives one with its sentences, notes and neighbours', async () => {
    const passage = passageSchema.parse(await assistant.passage(`${report}/5/2`));
    expect(passage).toMatchObject({
      passageId: `${report}/5/2`,
      document: report,
      chapter: 'Czechia',
      kind: 'note',
      page: 48,
      previous: `${report}/5/1`,
      next: `${report}/6/1`,
    });
    // The second note of the sentence is not in the index.
    expect(passage.sentences[0]?.notes).toEqual([
      { label: '31', text: sampleNote.text, urls: sampleNote.urls, page: 48, boxes: [] },
    ]);
    expect(passage.sentences[0]?.markers).toEqual([{ note: '31', offset: 10 }]);
  });

  it('has no neighbour before the first and behind the last of its document', async () => {
    expect((await assistant.passage(`${report}/2/1`)).previous).toBeNull();
    expect((await assistant.passage(`${report}/23/1`)).next).toBeNull();
    expect(await assistant.passage('brochure/1/1')).toMatchObject({ previous: null, next: null });
  });

  it('is refused where there is none', async () => {
    await expect(assistant.passage('brochure/9/9')).rejects.toMatchObject({
      code: 'unknown-passage',
      sentence: 'No passage has the id “brochure/9/9”. Search again: ids change when a document does.',
    });
  });
});

describe('close', () => {
  it('closes the store', async () => {
    await assistant.close();
    expect(closed).toBe(1);
  });
});
