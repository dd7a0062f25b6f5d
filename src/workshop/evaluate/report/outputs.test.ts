import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleResult } from '../../../testing/evals/sample-result.ts';
import { makeRun, sampleNearMiss } from '../../../testing/evals/sample-run.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import type { QuestionResult } from '../ask-question.ts';
import { summarize } from '../score/summarize.ts';
import type { EvalReport } from './eval-report.ts';
import { checkOutputs, writeOutputs } from './outputs.ts';

const hostile = '<script>alert("1 & 2")</script>\u0007';
const nearMiss: QuestionResult = { ...sampleNearMiss, question: `What did Geely pay? ${hostile}` };
const questions = [sampleResult, nearMiss];
const run = makeRun();
const report: EvalReport = {
  ...run,
  settings: { ...run.settings, split: null, without: ['maxsim'], answerRate: 0.9 },
  summary: summarize(questions),
  misses: ['facts is 0.500 over 2 questions; at least 0.660 was asked for.'],
  questions,
};

describe('writeOutputs', () => {
  const folder = temporaryFolder('outputs');

  const write = async (name: string, latency = false) => {
    const path = join(folder, 'new', name);
    await writeOutputs([path], report, { latency });
    return readFile(path, 'utf8');
  };

  it('writes JSON that reads back whole', async () => {
    expect(JSON.parse(await write('report.json'))).toEqual(report);
  });

  it('writes tables as Markdown, without folders, and without latencies unless they are asked for', async () => {
    const text = await write('evals.md');
    expect(text.split('\n').slice(0, 5)).toEqual([
      '2 questions of sweden.jsonl; 1 answerable, 1 near-miss; version 0.1.0, encoder fake-encoder@00000000, without maxsim, answer rate 0.9, on AMD EPYC (avx2). Intervals are 95 % bootstrap intervals over chapters.',
      '',
      '| Evidence in the first k passages | @1 | @3 | @5 | @10 | @20 | questions |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| answerable | .000 | 1.000 | 1.000 | 1.000 | 1.000 | 1 |',
    ]);
    expect(text).toContain('| … of one chapter | 1.000 |  | 1 |\n');
    expect(text).toContain('| AUROC against near misses | 1.000 |');
    expect(text).toContain('\n- facts is 0.500 over 2 questions; at least 0.660 was asked for.\n');
    expect(text).not.toContain('latency');
    expect(await write('latency.md', true)).toContain('| latency, p50 | 12.0 ms |');
  });

  it('writes JUnit XML: a case a question, a failure where the answer is wrong', async () => {
    expect(await write('junit.xml')).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="verse eval" tests="2" failures="1" time="0.024">',
        '  <testsuite name="answerable" tests="1" failures="0" time="0.012">',
        '    <testcase classname="answerable" name="swe-02: when did geely buy volvo cars" time="0.012"/>',
        '  </testsuite>',
        '  <testsuite name="near-miss" tests="1" failures="1" time="0.012">',
        '    <testcase classname="near-miss" name="swe-m02: What did Geely pay? &lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;" time="0.012">',
        '      <failure message="Answered, though the report does not say.">Answer: After Chinese Geely acquired Swedish carmaker Volvo Cars in 2010, investments grew.',
        'Expected: No price is given.</failure>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    );
  });

  it('writes a page that loads nothing and shows text as text', async () => {
    const html = await write('report.html');
    expect(html).not.toMatch(/\b(?:src|href)=|url\(|@import/);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;');
    expect(html.match(/<svg /g)).toHaveLength(3);
    expect(html.match(/<article [^>]*>/g)).toEqual([
      '<article data-kind="answerable" data-type="date" data-verdict="passed">',
      '<article data-kind="near-miss" data-type="numeric" data-verdict="failed">',
    ]);
    expect(html).toContain('No price is given.');
    expect(html).toContain('<span class="faint">passage 2</span>');
  });

  it('writes a run and its judgements as TREC does', async () => {
    expect(await write('run.trec')).toBe(
      'swe-02 Q0 report/22/9 1 1.000000 verse\nswe-02 Q0 report/22/3 2 0.750000 verse\n',
    );
    expect(await write('qrels.txt')).toBe('swe-02 0 report/22/3 1\n');
  });

  it('refuses an ending that no report has, and a file that can not be written', async () => {
    expect(() => checkOutputs(['a.md', 'b.pdf'])).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        sentence:
          'b.pdf: no report has this ending. Known are .json, .md (tables), .html (to read through), .xml (JUnit), .trec (run) and .txt (qrels).',
      }),
    );
    const path = join(folder, 'new', 'report.json', 'inside.md');
    await expect(writeOutputs([path], report, { latency: false })).rejects.toMatchObject({
      code: 'cannot-write',
    });
  });
});
