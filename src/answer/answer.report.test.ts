/** The whole way on the real report. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../assistant/assistant.ts';
import { packageRoot } from '../config/settings.ts';
import { openEncoder } from '../networks/encoder.ts';
import { searchExact } from '../store/disk/exact.ts';
import type { OpenIndex } from '../store/disk/open-index.ts';
import { openReportAssistant, openReportIndex, reportConfig } from '../testing/assistant/report-index.ts';
import { isOnItsPages, readPages } from '../testing/documents/page-text.ts';
import { readWhole } from '../testing/store/index-contents.ts';
import { answerSchema } from '../wire/answer.ts';
import { readEvalFile } from '../workshop/evaluate/questions/eval-format.ts';

let assistant: Assistant;
let index: OpenIndex;

beforeAll(async () => {
  assistant = await openReportAssistant();
  index = await openReportIndex();
});
afterAll(() => assistant.close());

describe('answers on the report', () => {
  it('quotes the sentence that answers, with its page and endnote', async () => {
    const answer = await assistant.ask({
      question: "How much have Chinese-owned companies' R&D investments in Sweden grown since 2013?",
    });
    expect(answerSchema.parse(answer)).toEqual(answer);
    const citation = answer.citations.find((one) =>
      one.quote.includes('an increase of almost 300% since 2013'),
    );
    expect(citation).toMatchObject({ chapter: 'Sweden', page: 181, pageLabel: '181' });
    expect(citation?.notes[0]).toMatchObject({ label: '1', page: 184 });
    expect(citation?.notes[0]?.urls[0]).toContain('https://www.tillvaxtanalys.se/');
    expect(citation?.notes[0]?.boxes[0]).toMatchObject({ page: 184 });
    expect(citation?.markers).toEqual([{ note: '1', offset: citation?.quote.length }]);
    expect(answer.answer).toContain('since 2013. [');
  });

  it('leads with the sentence that denies what the question takes for granted, and says by which words', async () => {
    const { sentences, warnings } = await assistant.ask({
      question: "Why is Finland's new action plan with China longer than the one before?",
    });
    expect(sentences[0]?.text).toContain('is considerably shorter than its first version');
    expect(warnings).toEqual([
      {
        code: 'premise',
        message:
          'The report may say otherwise than the question takes for granted: it says “shorter than its first version”, the question “longer”.',
      },
    ]);
  });

  it('has no such warning where what is taken for granted is so', async () => {
    const { status, warnings } = await assistant.ask({
      question: "Why is Finland's new action plan with China shorter than the one before?",
    });
    expect({ status, warnings }).toEqual({ status: 'answered', warnings: [] });
  });

  it('answers from the table of the Ireland chapter', async () => {
    const answer = await assistant.ask({
      question: 'When did the second STI Joint Committee Meeting of Ireland and China take place?',
    });
    expect(answer.citations.map((one) => one.quote)).toContainEqual(
      expect.stringMatching(/^October 2022 \| Second STI Joint Committee Meeting/),
    );
  });

  it('groups a comparison by country', async () => {
    const answer = await assistant.ask({
      question: 'Compare how Sweden and Finland deal with Huawei in 5G networks',
    });
    expect(answer.groups?.map((group) => group.label)).toEqual(['Sweden', 'Finland']);
    for (const group of answer.groups ?? []) {
      const chapters = group.sentences.map((at) => answer.citations[at]?.chapter);
      expect(new Set(chapters)).toEqual(new Set([group.label]));
    }
  });

  it('answers for the countries of a group, and says of which the report is silent', async () => {
    const answer = await assistant.ask({ question: 'Do the Nordic countries let Huawei into 5G?' });
    expect(answer.groups?.map(({ label, sentences }) => [label, sentences.length > 0])).toEqual([
      ['Denmark', true],
      ['Finland', true],
      ['Sweden', true],
      ['Iceland', false],
      ['Norway', false],
    ]);
  });

  it('says of which country compared the report states nothing', async () => {
    // The chapter on Germany never speaks of Huawei; Norway has no chapter.
    const answer = await assistant.ask({ question: 'Have Germany, Sweden and Norway banned Huawei?' });
    expect(answer.groups?.map(({ label, sentences }) => [label, sentences.length > 0])).toEqual([
      ['Germany', false],
      ['Sweden', true],
      ['Norway', false],
    ]);
    expect(answer.answer).toContain('Germany: Not stated.');
    // Norway has no chapter to look at.
    expect(answer.coverage).toEqual({ chapters: 2, lookedAt: 2, speaking: 1, quoted: 1 });
  });

  it('refuses a comparison of what no country compared has', async () => {
    const answer = await assistant.ask({
      question: 'Compare TikTok bans in Hungary and Ireland.',
      // All that may have an answer is looked for: what is refused then is what nothing was found for.
      answerRate: 0.99,
    });
    expect(answer).toMatchObject({ status: 'not-found', reason: 'not-stated', sentences: [] });
    expect(answer.confidence).toBeLessThanOrEqual(0.1);
  });

  it('refuses what is off the topic, be it asked of a country of the report, of two, or of all', async () => {
    const reasons = await Promise.all(
      [
        'What is the capital of Austria?',
        'Is the food cheaper in Portugal or in Spain?',
        'In which countries is euthanasia legal?',
      ].map(async (question) => (await assistant.ask({ question })).reason),
    );
    expect(reasons).toEqual(['off-topic', 'off-topic', 'off-topic']);
  });

  it('deals the words of a comparison out where they are needed', async () => {
    // 29,000 stands in the second-best Italian sentence, which 60 words for Italy alone would not reach.
    const answer = await assistant.ask({
      question: 'How many people work in the pharma or biopharma industry in Italy and in Ireland?',
    });
    const quotes = answer.citations.map((one) => one.quote).join(' ');
    expect(quotes).toContain('29,000 people');
    expect(quotes).toContain('50,000 people');
    expect(quotes.split(' ').length).toBeLessThanOrEqual(125);
  });

  it('quotes of a sweep no endnotes, and each country within its share', async () => {
    const answer = await assistant.ask({
      question: 'Which countries signed up to a 5G security accord or initiative with the United States?',
    });
    expect(answer.coverage).toMatchObject({ chapters: 24, lookedAt: 24 });
    expect(answer.coverage?.speaking).toBeGreaterThanOrEqual(5);
    const chapters = new Set(answer.citations.map((one) => one.chapter));
    expect(answer.coverage?.quoted).toBe(chapters.size);
    for (const country of ['Estonia', 'Latvia', 'Lithuania', 'Poland', 'Slovakia'])
      expect(answer.answer).toContain(country);
    const cited = await index.passages(answer.citations.map((one) => one.passageId));
    const kinds = [...cited.values()].map(({ kind }) => kind);
    expect(kinds).not.toContain('note');
  });

  it('finds every chapter that mentions what is asked, and no other', async () => {
    const { citations, coverage } = await assistant.ask({ question: 'Which chapters mention Nexperia?' });
    const all = await index.readStretch({ documents: ['fragmented-europe-2026'], kinds: ['body', 'table'] });
    const mentioning = all.filter(({ text }) => /\bNexperia\b/.test(text)).map(({ chapter }) => chapter);
    expect(citations.map(({ chapter }) => chapter)).toEqual([...new Set(mentioning)]);
    expect(coverage).toEqual({ chapters: 24, lookedAt: 24, speaking: 3, quoted: 3 });
  });

  it('answers a question for a source with the endnote', async () => {
    const answer = await assistant.ask({
      question: 'On what source is the number of Estonian TikTok users based?',
    });
    expect(answer.citations.map((one) => one.quote).join('\n')).toContain('DataReportal');
  });

  it('keeps to the chapters asked for', async () => {
    const answer = await assistant.ask({
      question: 'Has Huawei been banned from 5G networks?',
      chapters: ['estonia'],
    });
    expect(new Set(answer.citations.map((one) => one.chapter))).toEqual(new Set(['Estonia']));
    expect(answer.searched.chapters).toBe(1);
  });

  it('answers questions in other languages best effort, with a warning, and refuses what is off the topic', async () => {
    const questions = await readEvalFile(join(packageRoot, 'evals', 'other-languages.jsonl'));
    const answers = await Promise.all(questions.map(({ question }) => assistant.ask({ question })));
    expect(answers.filter(({ warnings }) => warnings[0]?.code !== 'language')).toEqual([]);
    const isRight = (at: number) => {
      const pages = questions[at]?.pages ?? [];
      return answers[at]?.citations.some((one) => one.pages.some((page) => pages.includes(page)));
    };
    const answerable = questions.flatMap(({ kind }, at) => (kind === 'answerable' ? [at] : []));
    // 8 where the questions are left as they are.
    expect(answerable.filter(isRight).length).toBeGreaterThanOrEqual(14);
    const offTopic = answers.filter((_, at) => questions[at]?.kind === 'off-topic');
    // How far the report speaks of a topic is not measured in other languages.
    expect(offTopic.length).toBe(7);
    expect(offTopic.filter(({ status }) => status === 'not-found').length).toBeGreaterThanOrEqual(6);
  });

  it('quotes once what the summary restates, and names both places', async () => {
    const answer = await assistant.ask({
      question: "What has happened to Chinese-owned companies' R&D investment in Sweden since 2013?",
    });
    const restated = answer.citations.find((one) => one.alsoIn !== undefined);
    expect(restated).toMatchObject({ chapter: 'Sweden', page: 181 });
    expect(restated?.alsoIn).toEqual([
      {
        passageId: expect.any(String),
        chapter: 'Executive Summary',
        page: 14,
        pageLabel: '14',
        quote:
          "In Sweden, Chinese-owned companies' R&D investments have increased by almost 300 percent since 2013.",
      },
    ]);
    expect(answer.answer.match(/almost 300/g)).toHaveLength(1);
  });

  it('refuses more of what is not answered at a lower answer rate', async () => {
    const questions = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
    const nearMisses = questions
      .filter(({ kind, split }) => kind === 'near-miss' && split === 'dev')
      .slice(0, 15);
    const countRefused = async (answerRate: number) => {
      const answers = await Promise.all(
        nearMisses.map(({ question }) => assistant.ask({ question, answerRate })),
      );
      return answers.filter(({ status }) => status === 'not-found').length;
    };
    expect(await countRefused(0.8)).toBeGreaterThan(await countRefused(0.99));
  });

  it('offers near names for a chapter that does not exist', async () => {
    await expect(
      assistant.ask({ question: 'What about Huawei?', chapters: ['Germny'] }),
    ).rejects.toMatchObject({
      code: 'unknown-chapter',
      sentence: 'No chapter is called “Germny”. Did you mean Germany?',
    });
  });
});

describe('questions that the report does not answer', () => {
  it('off the topic: nothing is quoted as an answer', async () => {
    const answer = await assistant.ask({ question: 'How do I bake sourdough bread at home?' });
    expect(answer).toMatchObject({ status: 'not-found', reason: 'off-topic', sentences: [], citations: [] });
    expect(answer.nearest?.length).toBeGreaterThan(1);
  });

  it('says where the answer is, if not in the chapter asked', async () => {
    const question = 'How many jobs will Bosch cut?';
    const narrowed = await assistant.ask({ question, chapters: ['Sweden'] });
    expect(narrowed.answer).toBe('Not in Sweden. Germany, p. 84 speaks of it.');
    const named = await assistant.ask({ question: 'How many jobs will Bosch cut in Sweden?' });
    for (const { status, elsewhere, explanation } of [narrowed, named]) {
      expect({ status, scope: explanation?.scope }).toEqual({ status: 'not-found', scope: ['Sweden'] });
      expect(elsewhere?.quote).toContain('cutting more than 20,000 jobs');
    }
  });

  it('a country without a chapter is named', async () => {
    const answer = await assistant.ask({ question: 'Has Norway banned Huawei from its 5G network?' });
    expect(answer).toMatchObject({ status: 'not-found', reason: 'no-chapter' });
    expect(answer.explanation?.stoppedBecause).toBe('the report has no chapter on Norway');
  });
});

describe('what every answer holds', () => {
  it('every quotation of a hundred answers stands on its page, as another reader of the PDF sees it', async () => {
    const { letters } = await readPages(
      await readFile(join(packageRoot, 'corpus', 'fragmented-europe-2026.pdf')),
    );
    const questions = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
    const sample = questions.filter((_, at) => at % 8 === 0);
    let checked = 0;
    for (const { question } of sample) {
      const answer = await assistant.ask({ question });
      expect(answer.sentences.map((one) => one.text)).toEqual(answer.citations.map((one) => one.quote));
      const cited = [...answer.citations, ...(answer.nearest ?? [])];
      const passages = await index.passages(cited.map((one) => one.passageId));
      for (const citation of cited) {
        const passage = passages.get(citation.passageId);
        const sentence = passage?.sentences.find((one) => one.text === citation.quote);
        expect(sentence, `${citation.passageId} holds: ${citation.quote}`).toBeDefined();
        // A table row is quoted with a bar between its cells.
        for (const text of citation.quote.split(' | ')) {
          const cell = { text, pages: citation.pages, noteIds: sentence?.noteIds ?? [] };
          expect(isOnItsPages(cell, letters), `page ${citation.page}: ${text}`).toBe(true);
        }
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(200);
  });
});

describe('vector search on the report', () => {
  it('finds at least 99 of 100 of the true nearest twenty', async () => {
    const encoder = await openEncoder(reportConfig().modelsDir);
    const questions = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
    const { passages, encodings } = await readWhole(index);
    const { dimensions } = index.manifest.encoder;
    const values = new Float32Array(encodings.flatMap((encoding) => [...encoding.vector]));
    let found = 0;
    let wanted = 0;
    for (const { question } of questions.filter((_, at) => at % 8 === 0)) {
      const { vector } = await encoder.encodeQuery(question);
      const exact = searchExact({ values, dimensions }, vector, 20);
      const { byVector } = await index.findCandidates({ vector, count: 20 });
      const nearest = new Set(byVector.map(({ id }) => id));
      wanted += exact.length;
      found += exact.filter(({ position }) => nearest.has(passages[position]?.id ?? '')).length;
    }
    expect(found / wanted).toBeGreaterThanOrEqual(0.99);
  });
});
