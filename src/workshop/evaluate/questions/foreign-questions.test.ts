import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { readEvalFile } from './eval-format.ts';
import { sentenceAround } from './foreign-questions.ts';

const context =
  'Sweden is open to investors. Geely acquired the carmaker “Volvo Cars” in 2010. Since then investments grew.';

describe('sentenceAround', () => {
  it('takes the sentence at the offset', () => {
    expect(sentenceAround(context, context.indexOf('2010'))).toBe(
      'Geely acquired the carmaker “Volvo Cars” in 2010.',
    );
    expect(sentenceAround(context, 0)).toBe('Sweden is open to investors.');
    expect(sentenceAround(context, context.length - 2)).toBe('Since then investments grew.');
  });
});

describe('readEvalFile', () => {
  const folder = temporaryFolder('foreign');

  const read = async (name: string, content: unknown) => {
    const path = join(folder, name);
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return (await readEvalFile(path)).map(({ id, kind, question, answer, facts, evidence }) => ({
      id,
      kind,
      question,
      answer,
      facts,
      evidence,
    }));
  };
  const question = 'When did Geely buy Volvo Cars?';
  const bare = { answer: undefined, facts: [], evidence: [] };

  it('reads SQuAD 2.0, its unanswerable questions as near misses', async () => {
    const answers = ['2010', '2010', 'in 2010'].map((text) => ({
      text,
      answer_start: context.indexOf(text),
    }));
    const qas = [
      { id: 'a1', question, answers, is_impossible: false },
      { id: 'a2', question: 'What did Geely pay?', answers: [], is_impossible: true },
    ];
    expect(
      await read('squad.json', {
        version: 'v2.0',
        data: [{ title: 'Geely', paragraphs: [{ context, qas }] }],
      }),
    ).toEqual([
      {
        id: 'a1',
        kind: 'answerable',
        question,
        answer: undefined,
        facts: [['2010', 'in 2010']],
        evidence: ['Geely acquired the carmaker “Volvo Cars” in 2010.'],
      },
      { id: 'a2', kind: 'near-miss', question: 'What did Geely pay?', ...bare },
    ]);
  });

  it('reads SQuAD as Hugging Face keeps it, a question a line', async () => {
    const line = { id: 'a1', question, context, answers: { text: ['2010'], answer_start: [74] } };
    expect(await read('squad.jsonl', JSON.stringify(line))).toMatchObject([
      { kind: 'answerable', facts: [['2010']] },
    ]);
  });

  it('reads Ragas samples: reference contexts are the evidence, the retrieved ones nothing', async () => {
    const sample = {
      user_input: question,
      reference: 'In 2010.',
      reference_contexts: ['Geely acquired the carmaker'],
      retrieved_contexts: ['anything'],
      response: 'Last year.',
    };
    expect(await read('ragas.jsonl', JSON.stringify(sample))).toEqual([
      {
        id: 'question-1',
        kind: 'answerable',
        question,
        answer: 'In 2010.',
        facts: [],
        evidence: ['Geely acquired the carmaker'],
      },
    ]);
  });

  it('refuses a question that nothing can be scored of, rather than take it for a near miss', async () => {
    await expect(read('bare.json', [{ user_input: question, reference: 'In 2010.' }])).rejects.toMatchObject({
      message: `${join(folder, 'bare.json')}, question 1: a question of kind answerable needs facts or evidence (or a kind that has none: near-miss, no-chapter, off-topic).`,
    });
  });

  it('reads what promptfoo asserts about the text', async () => {
    const assertions = [
      { type: 'icontains-any', value: ['2010', 'twenty-ten'] },
      { type: 'contains-all', value: ['Geely', 'Volvo'] },
      { type: 'llm-rubric', value: 'is polite' },
    ];
    const tests = [{ description: 'geely', vars: { question }, assert: assertions }];
    expect(await read('promptfoo.json', { prompts: ['{{question}}'], tests })).toEqual([
      {
        id: 'geely',
        kind: 'answerable',
        question,
        ...bare,
        facts: [['2010', 'twenty-ten'], ['Geely'], ['Volvo']],
      },
    ]);
  });

  it('reads BEIR queries with the corpus and the judgements beside them; those without are left out', async () => {
    await mkdir(join(folder, 'qrels'));
    await writeFile(
      join(folder, 'corpus.jsonl'),
      `${JSON.stringify({ _id: 'd1', title: '', text: context })}\n`,
    );
    await writeFile(join(folder, 'qrels', 'test.tsv'), 'query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td1\t0\n');
    const queries = [
      { _id: 'q1', text: question },
      { _id: 'q2', text: 'What did Geely pay?' },
    ];
    expect(await read('queries.jsonl', queries.map((query) => JSON.stringify(query)).join('\n'))).toEqual([
      { id: 'q1', kind: 'answerable', question, ...bare, evidence: [context] },
    ]);
  });

  it('says where a JSON file goes wrong', async () => {
    const path = join(folder, 'broken.json');
    await expect(read('broken.json', '{"data": [')).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/broken\.json: not JSON \(/),
    });
    await expect(read('broken.json', { data: [] })).rejects.toMatchObject({
      message: `${path}: no question in this file.`,
    });
  });
});
