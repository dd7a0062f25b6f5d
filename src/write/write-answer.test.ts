import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WritingMaterial, Written } from '../answer/written.ts';
import { VerseError } from '../core/errors.ts';
import type { PassageStore } from '../core/passage-store.ts';
import { createDocumentLanguages } from '../language/document-languages.ts';
import { knownSubject } from '../subjects/subjects.ts';
import { makeCandidate, makePassage } from '../testing/answers/candidates.ts';
import { createFakeChatModel, type FakeReply } from '../testing/chat/fake-chat-model.ts';
import { createFakeStore } from '../testing/store/fake-store.ts';
import type { SentenceEvent } from '../wire/types.ts';
import type { Verify } from './find-support.ts';
import { createWriter } from './write-answer.ts';

const ban = 'Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020.';
const drop = 'Following this decision, Ericsson reported a sharp drop in revenue in the Chinese market.';
const stance = 'Latvia did not adopt explicit exclusion policies.';
const sweden = makePassage({ id: 'r/23/1', chapter: 'Sweden', page: 182 }, [ban, drop]);
const latvia = makePassage({ id: 'r/15/4', chapter: 'Latvia', page: 117 }, [stance]);
const store: PassageStore = await createFakeStore({ passages: [sweden, latvia] });

/** Supports what has no longer word that the sources lack. */
const verify: Verify = async (sentence, sources) => {
  const given = sources.map(({ text }) => text).join(' ');
  const missing = (sentence.match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter((word) => !given.includes(word));
  return {
    verdict: missing.length === 0 ? 'supported' : 'unsupported',
    problems: missing.map((text) => ({ kind: 'content', text, reason: 'not in the passage' })),
    score: missing.length > 0 ? 0 : sentence.startsWith('May be') ? 0.5 : 0.9,
  };
};

/** What comes of replies to one question, with what was announced on the way. */
async function write(
  replies: readonly (string | FakeReply)[],
  { signal, groups, onSentence }: Partial<Pick<WritingMaterial, 'signal' | 'groups' | 'onSentence'>> = {},
  timeoutMs = 10_000,
) {
  const chat = createFakeChatModel(...replies);
  const events: SentenceEvent[] = [];
  const writer = createWriter({
    chat,
    verify,
    languages: createDocumentLanguages([]),
    store,
    maxWords: 120,
    passageTokens: 1000,
    timeoutMs,
    nonce: 'n0',
  });
  const written = await writer({
    question: 'Which companies did Sweden ban?',
    hits: [{ passage: latvia, score: 1, scores: { keyword: null, vector: null, maxsim: null } }],
    chosen: groups?.flatMap(({ chosen }) => chosen) ?? [makeCandidate(sweden, 0, 2)],
    groups,
    signal,
    onSentence: onSentence ?? ((event) => void events.push(event)),
  });
  return { written, calls: chat.calls, told: events.map(({ sentence }) => sentence.text), events };
}

function sentencesOf(written: Written) {
  if (written.outcome !== 'written') throw new Error(`It was ${written.outcome}.`);
  return written.told.sentences.map(({ text, citations, origin, verified }) => ({
    text,
    citations,
    origin,
    verified,
  }));
}
const good = { origin: 'written' as const, verified: true };
const struck = { origin: 'written' as const, verified: false };

describe('a written answer', () => {
  it('says once what it says twice, however it is set and wherever it stands', async () => {
    const again = 'Sweden adopted an explicit ban. [s1]\nsweden adopted an explicit BAN. [s1][s2]\n';
    const { written, told } = await write([
      `${again}May be so, that Sweden adopted a ban. [s1]`,
      '1. Sweden adopted an explicit ban. [s1]',
    ]);
    expect(told).toEqual(['Sweden adopted an explicit ban.']);
    expect(sentencesOf(written).map(({ text }) => text)).toEqual(['Sweden adopted an explicit ban.']);
  });

  it('is what the model wrote where each sentence is supported, its citations numbered as they come', async () => {
    const { written, told, events, calls } = await write([
      'Latvia did not adopt policies. [s3]\nSweden adopted an explicit ban. [s1]\nEricsson reported a drop; Sweden has an explicit ban. [s1][s2]',
    ]);
    expect(sentencesOf(written)).toEqual([
      { text: 'Latvia did not adopt policies.', citations: [1], ...good },
      { text: 'Sweden adopted an explicit ban.', citations: [2], ...good },
      { text: 'Ericsson reported a drop; Sweden has an explicit ban.', citations: [2, 3], ...good },
    ]);
    expect(written).toMatchObject({ outcome: 'written', chat: 'fake:chat', warnings: [] });
    expect(told).toHaveLength(3);
    expect(
      events[1]?.citations.map(({ number, chapter, page, quote }) => ({ number, chapter, page, quote })),
    ).toEqual([{ number: 2, chapter: 'Sweden', page: 182, quote: ban }]);
    expect(calls).toHaveLength(1);
  });

  it('keeps a citation that is needed, or supports the sentence alone, and no other', async () => {
    const { written } = await write([
      'Sweden adopted a ban; Ericsson reported a drop. [s1][s2][s3]\nHuawei: explicit ban. [s1, s3]',
    ]);
    expect(sentencesOf(written).map(({ citations }) => citations)).toEqual([[1, 2], [1]]);
  });

  it('is a quotation where a sentence is taken over word for word', async () => {
    const { written, events } = await write([`${drop} [s2]`]);
    expect(sentencesOf(written)).toEqual([{ text: drop, citations: [1], origin: 'quoted', verified: true }]);
    expect(events[0]?.sentence).not.toHaveProperty('found');
  });

  it('says what of each sentence was found, and on which page', async () => {
    const { events } = await write([
      'Sweden adopted an explicit ban on Huawei in 2020; Latvia did not adopt explicit policies. [s1][s3]',
    ]);
    const { documentId: document } = sweden;
    const sweden182 = { document, page: 182, pageLabel: '182' };
    expect(events.map(({ sentence }) => sentence.found)).toEqual([
      [
        { kind: 'name', text: 'Sweden', ...sweden182 },
        { kind: 'name', text: 'Huawei', ...sweden182 },
        { kind: 'date', text: '2020', ...sweden182 },
        { kind: 'name', text: 'Latvia', document, page: 117, pageLabel: '117' },
      ],
    ]);
  });

  it('claims to have found nothing of what it leaves out', async () => {
    const { written } = await write(['Sweden banned Nokia. [s1]\nSweden adopted a ban. [s1]', '1. DROP']);
    if (written.outcome !== 'written') throw new Error(`It was ${written.outcome}.`);
    expect(written.told.sentences.map(({ found }) => found?.map(({ text }) => text))).toEqual([
      undefined,
      ['Sweden'],
    ]);
  });

  it('cites what supports a sentence where the model cites something else, nothing, or what it never saw', async () => {
    const { written, calls } = await write([
      'Latvia did not adopt policies. [s1]\nEricsson reported a sharp drop.\nSweden adopted an explicit ban. [s44]',
    ]);
    expect(sentencesOf(written).map(({ verified, citations }) => ({ verified, citations }))).toEqual([
      { verified: true, citations: [1] },
      { verified: true, citations: [2] },
      { verified: true, citations: [3] },
    ]);
    expect(calls).toHaveLength(1);
  });

  it('has what is not supported written again once, with the problem named, and held back until then', async () => {
    const { written, told, calls } = await write([
      'Sweden adopted an explicit ban. [s1]\nSweden banned Nokia. [s1]\nEricsson reported a drop. [s2]',
      '1. Sweden adopted an explicit ban on Huawei. [s1]',
    ]);
    expect(calls[1]?.at(-1)?.text).toContain('“Nokia”: not in the passage (Sweden, p. 182).');
    expect(told).toEqual([
      'Sweden adopted an explicit ban.',
      'Sweden adopted an explicit ban on Huawei.',
      'Ericsson reported a drop.',
    ]);
    expect(sentencesOf(written).every(({ verified }) => verified)).toBe(true);
    expect(written.warnings).toEqual([]);
  });

  it('leaves out what a repair does not mend, says so, and keeps it apart with what is wrong', async () => {
    const { written, told } = await write([
      'Sweden banned Nokia. [s1]\nEricsson reported a drop. [s2]\nIt rained heavily in Stockholm. [s9]',
      '1. Sweden banned Siemens. [s1]\n2. DROP',
    ]);
    expect(told).toEqual(['Ericsson reported a drop.']);
    expect(sentencesOf(written)).toEqual([
      { text: 'Sweden banned Nokia.', citations: [], ...struck },
      { text: 'Ericsson reported a drop.', citations: [1], ...good },
      { text: 'It rained heavily in Stockholm.', citations: [], ...struck },
    ]);
    expect(written.outcome === 'written' && written.told.sentences.map(({ problems }) => problems)).toEqual([
      ['“banned”: not in the passage (Sweden, p. 182).', '“Nokia”: not in the passage (Sweden, p. 182).'],
      [],
      ['It cites s9, which it was not shown.'],
    ]);
    expect(written.warnings).toEqual([
      {
        code: 'sentences-left-out',
        message: '2 sentences of the language model are left out: the passages do not support them.',
      },
    ]);
  });

  it('stands as it was checked where the repair fails', async () => {
    const failure = new VerseError('chat-failed', 'The server failed (500).');
    const { written, told } = await write([
      'Sweden adopted a ban. [s1]\nIt rained. [s1]',
      { pieces: ['1. Sw'], after: failure },
    ]);
    expect(told).toEqual(['Sweden adopted a ban.']);
    expect(written.outcome).toBe('written');
  });

  it('needs more than the mere verdict, and a statement: a bare figure could be the answer to anything', async () => {
    const { written, told } = await write([
      'May be Sweden adopted explicit policies. [s1][s3]\nExplicit ban. [s1]\nSweden adopted a ban. [s1]',
      '1. DROP\n2. DROP',
    ]);
    expect(told).toEqual(['Sweden adopted a ban.']);
    expect(written.outcome === 'written' && written.told.sentences.map(({ problems }) => problems)).toEqual([
      ['The passage does not say it clearly (Sweden, p. 182; Latvia, p. 117).'],
      ['It is no whole statement.'],
      [],
    ]);
  });

  it('says the same once', async () => {
    const { written } = await write([
      'Sweden adopted a ban. [s1]\nSweden adopted a ban. [s1]\nSweden adopted a ban. [s2]',
    ]);
    expect(sentencesOf(written)).toHaveLength(1);
  });
});

describe('a written comparison', () => {
  const groups = [
    { label: 'Sweden', subject: knownSubject('Sweden'), chosen: [makeCandidate(sweden, 0, 2)] },
    { label: 'Latvia', subject: knownSubject('Latvia'), chosen: [makeCandidate(latvia, 0, 2)] },
    { label: 'Malta', subject: knownSubject('Malta'), chosen: [] },
  ];
  const compare = async (...replies: (string | FakeReply)[]) => {
    const { written, events, calls } = await write(replies, { groups });
    if (written.outcome !== 'written') throw new Error(`It was ${written.outcome}.`);
    const { sentences, groups: rows = [] } = written.told;
    return {
      rows: rows.map(({ label, sentences: own }) => [label, ...own.map((at) => sentences[at]?.text)]),
      sentences,
      warnings: written.warnings,
      told: events.map(({ group, sentence }) => [group, sentence.text]),
      calls,
    };
  };

  it('has a row for each place, and an empty one for that which nothing is stated on', async () => {
    const { rows, told, warnings, calls } = await compare(
      'Latvia did not adopt policies. [s3]\nSweden adopted a ban. [s1]\nEricsson reported a drop. [s2]\nNOT STATED: Malta',
    );
    expect(rows).toEqual([
      ['Sweden', 'Sweden adopted a ban.', 'Ericsson reported a drop.'],
      ['Latvia', 'Latvia did not adopt policies.'],
      ['Malta'],
    ]);
    expect(told).toEqual([
      ['Latvia', 'Latvia did not adopt policies.'],
      ['Sweden', 'Sweden adopted a ban.'],
      ['Sweden', 'Ericsson reported a drop.'],
    ]);
    expect(warnings).toEqual([]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.at(-1)?.text).toContain('The question compares Sweden, Latvia and Malta. Write on each');
  });

  it('has a sentence on two places in both rows', async () => {
    const both = 'Sweden adopted a ban; Latvia did not adopt policies.';
    const { rows, told } = await compare(`${both} [s1][s3]`);
    expect(rows).toEqual([['Sweden', both], ['Latvia', both], ['Malta']]);
    expect(told).toEqual([['Sweden', both]]);
  });

  it('quotes of a place what stands in the report where nothing that was written on it holds, and says so', async () => {
    const { rows, sentences, warnings, told } = await compare(
      'Sweden adopted a ban. [s1]\nLatvia adopted a ban on Nokia. [s3]',
      '1. Latvia banned Siemens. [s3]',
    );
    expect(rows).toEqual([['Sweden', 'Sweden adopted a ban.'], ['Latvia', stance], ['Malta']]);
    expect(told.at(-1)).toEqual(['Latvia', stance]);
    expect(sentences.map(({ origin, verified }) => [origin, verified])).toEqual([
      ['written', true],
      ['written', false],
      ['quoted', true],
    ]);
    expect(warnings.map(({ message }) => message)).toEqual([
      '1 sentence of the language model is left out: the passages do not support it.',
      "fake:chat wrote nothing on Latvia that the passages support: the report's own sentences stand there.",
    ]);
  });

  it('quotes for a place also what another place’s row cites', async () => {
    const { rows } = await compare('Sweden did not adopt explicit policies. [s3][s1]');
    expect(rows).toEqual([
      ['Sweden', 'Sweden did not adopt explicit policies.'],
      ['Latvia', stance],
      ['Malta'],
    ]);
  });

  it('believes a model that finds nothing on one place, and says so where something was found', async () => {
    const { rows, sentences, warnings, calls } = await compare(
      'Sweden adopted a ban. [s1]\nThe quotations do not state what Latvia did.\nNOT STATED: Malta',
    );
    expect(rows).toEqual([['Sweden', 'Sweden adopted a ban.'], ['Latvia'], ['Malta']]);
    expect(sentences).toHaveLength(1);
    expect(warnings).toEqual([
      {
        code: 'places-not-stated',
        message: 'fake:chat found no answer for Latvia in the passages that come nearest.',
      },
    ]);
    expect(calls).toHaveLength(1);
  });

  it('that breaks off has the rows of the rest quoted', async () => {
    const failure = new VerseError('chat-failed', 'The server failed (500).');
    const { rows, warnings } = await compare({
      pieces: ['NOT STATED: Latvia\nEricsson reported a drop. [s2]\nLat'],
      after: failure,
    });
    expect(rows).toEqual([['Sweden', 'Ericsson reported a drop.', ban], ['Latvia', stance], ['Malta']]);
    expect(warnings.map(({ code }) => code)).toEqual(['chat-broke-off', 'sentences-left-out']);
  });
});

describe('whatever a model writes', () => {
  const words = [
    ...`${ban} ${drop} ${stance}`.split(' '),
    'Nokia',
    '2031',
    'NOT STATED',
    '1.',
    'DROP',
    '\n',
    '. ',
    ': ',
  ];
  const ids = ['[s1]', '[s2]', '[s3]', '[s1][s3]', '[s9]', '[s0]', '[1]', '[', ']'];
  const text = fc.array(fc.constantFrom(...words, ...words, ban, drop, ...ids, ...ids), { maxLength: 40 });
  const reply = text.map((parts) => parts.join(' '));
  const own = [...sweden.sentences, ...latvia.sentences].map((sentence) => sentence.text);

  it('is told only where a sentence that it cites supports it; quotations are the report’s, letter for letter', async () => {
    await fc.assert(
      fc.asyncProperty(reply, reply, async (first, second) => {
        const { written, events } = await write([first, second]);
        if (written.outcome !== 'written') {
          expect(events).toEqual([]);
          return;
        }
        const { sentences, citations } = written.told;
        expect(events.map(({ sentence }) => sentence)).toEqual(sentences.filter(({ verified }) => verified));
        expect(citations.map(({ number }) => number)).toEqual(citations.map((_, index) => index + 1));
        for (const { quote } of citations) expect(own).toContain(quote);
        for (const { sentence, citations: cited } of events) {
          expect(cited.length).toBeGreaterThan(0);
          const sources = cited.map(({ quote }) => ({ text: quote }));
          expect((await verify(sentence.text, sources)).verdict).toBe('supported');
          if (sentence.origin === 'quoted') expect(own).toContain(sentence.text);
        }
        for (const { verified, problems } of sentences) expect(problems.length === 0).toBe(verified);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a model that refuses', () => {
  it.each([
    'NOT STATED',
    'The quotations do not state which companies were banned.',
  ])('with “%s” is believed', async (reply) => {
    const { written, calls, told } = await write([reply]);
    expect(written).toEqual({
      outcome: 'refused',
      chat: 'fake:chat',
      warnings: [],
      explanation: { stoppedBecause: 'fake:chat found no answer in the passages that come nearest' },
    });
    expect(calls).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('in part is not: what is supported stands', async () => {
    const { written } = await write([
      'Sweden adopted a ban. [s1]\nThe quotations do not state why.',
      '1. DROP',
    ]);
    expect(sentencesOf(written).map(({ verified }) => verified)).toEqual([true, false]);
  });
});

describe('a model that fails', () => {
  const failure = new VerseError('chat-failed', 'The server failed (500).', 'Ask again later.');

  it('leaves the quotations to answer, with why', async () => {
    const { written, told } = await write([{ pieces: [], after: failure }]);
    expect(written).toEqual({
      outcome: 'failed',
      chat: null,
      warnings: [
        {
          code: 'chat-failed',
          message: "The server failed (500). Ask again later. The answer is the report's own sentences.",
        },
      ],
      struck: [],
    });
    expect(told).toEqual([]);
  });

  it('half-way has its checked sentences told, the last half one not, and quotations after them', async () => {
    const { written, told, calls } = await write([
      { pieces: ['Ericsson reported a drop. [s2]\nSweden adopted a ban. [s1] And then Swe'], after: failure },
    ]);
    expect(told).toEqual(['Ericsson reported a drop.', 'Sweden adopted a ban.']);
    expect(calls).toHaveLength(1);
    expect(written.warnings[0]?.code).toBe('chat-broke-off');
    const other = await write([{ pieces: ['Ericsson reported a drop. [s2]\nSweden ad'], after: failure }]);
    expect(other.told).toEqual(['Ericsson reported a drop.', ban]);
    expect(sentencesOf(other.written)).toEqual([
      { text: 'Ericsson reported a drop.', citations: [1], ...good },
      { text: ban, citations: [2], origin: 'quoted', verified: true },
    ]);
  });

  it('half-way with nothing that is supported has what it wrote struck', async () => {
    const { written, told } = await write([
      { pieces: ['Sweden banned Nokia. [s1]\nThe quotations do not state why.\nSwe'], after: failure },
    ]);
    expect(written).toMatchObject({
      outcome: 'failed',
      warnings: [{ code: 'chat-failed' }],
      struck: [
        {
          text: 'Sweden banned Nokia.',
          citations: [],
          problems: [
            '“banned”: not in the passage (Sweden, p. 182).',
            '“Nokia”: not in the passage (Sweden, p. 182).',
          ],
        },
      ],
    });
    expect(told).toEqual([]);
  });

  it('by silence is left when its time is up', async () => {
    const { written } = await write([{ pieces: ['Sweden'], after: 'silence' }], {}, 50);
    expect(written.warnings).toEqual([
      {
        code: 'chat-failed',
        message:
          "fake:chat did not finish within 0.05 s. Set VERSE_CHAT_TIMEOUT_MS higher, or take a faster model. The answer is the report's own sentences.",
      },
    ]);
  });

  it('by writing nothing, or nothing that is supported, leaves the quotations to answer', async () => {
    expect((await write(['  \n'])).written.warnings[0]?.message).toContain('fake:chat wrote nothing.');
    const unsupported = await write(['PWNED', '1. PWNED again']);
    expect(unsupported.written).toEqual({
      outcome: 'failed',
      chat: null,
      warnings: [
        {
          code: 'chat-unsupported',
          message:
            "The passages support nothing of what fake:chat wrote. The answer is the report's own sentences.",
        },
      ],
      struck: [{ text: 'PWNED', citations: [], ...struck, problems: ['It is no whole statement.'] }],
    });
    expect(unsupported.told).toEqual([]);
  });

  it('by writing without end is stopped', async () => {
    const { written } = await write([{ pieces: Array.from({ length: 2000 }, () => 'na na na ') }]);
    expect(written.warnings[0]?.message).toContain('fake:chat wrote on and on.');
  });

  it('by a mistake of ours is not excused', async () => {
    await expect(write([{ pieces: [], after: new TypeError('x is undefined') }])).rejects.toThrow(
      'x is undefined',
    );
  });
});

describe('whoever asked', () => {
  it('ends the writing by going', async () => {
    const asking = new AbortController();
    const writing = write([{ pieces: ['Sweden adopted a ban. [s1]\n'], after: 'silence' }], {
      signal: asking.signal,
      onSentence: () => asking.abort(new Error('gone')),
    });
    await expect(writing).rejects.toThrow('gone');
  });

  it('ends it by not listening', async () => {
    const writing = write(['Sweden adopted a ban. [s1]\n'], {
      onSentence: () => Promise.reject(new Error('full')),
    });
    await expect(writing).rejects.toThrow('full');
  });
});
