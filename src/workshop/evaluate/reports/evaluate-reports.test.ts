import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfig, packageRoot } from '../../../config/settings.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { makePdf, setText } from '../../typeset/make-pdf.ts';
import { findMetric } from '../score/summarize.ts';
import { evaluateReports, type ReportScore, withQuestions } from './evaluate-reports.ts';
import { formatReports, renderReports } from './reports-table.ts';

const folder = temporaryFolder('reports');
const questionsDir = join(folder, 'questions');
const config = loadConfig({}, {}, packageRoot);

const texts = {
  harbour: 'The harbour of Osterby was deepened to 14 metres in 2019. Its new quay opened two years later.',
  mill: 'The paper mill at Lund employs 340 people. It was bought by a foundation in 2021.',
};

function putReport(name: keyof typeof texts): void {
  const text = Array.from({ length: 8 }, () => texts[name]).join(' ');
  const lines = setText(text, { x: 60, y: 760, characters: 80, size: 10 });
  writeFileSync(join(folder, `${name}.pdf`), makePdf({ pages: [{ lines }] }));
}

const question = (id: string, split: string, asked: string, fact: string, evidence: string) =>
  `${JSON.stringify({ id, split, kind: 'answerable', question: asked, facts: [[fact]], evidence: [evidence], pages: [1] })}\n`;

beforeAll(() => {
  mkdirSync(questionsDir);
  putReport('harbour');
  putReport('mill');
  writeFileSync(
    join(folder, 'harbour.jsonl'),
    question('h1', 'dev', 'How deep is the harbour of Osterby?', '14 metres', 'deepened to 14 metres'),
  );
  writeFileSync(
    join(questionsDir, 'mill.jsonl'),
    question('m1', 'test', 'How many people work at the paper mill in Lund?', '340', 'employs 340 people'),
  );
});

describe('reports with questions', () => {
  it('are found by questions beside them, or in the folder of questions', () => {
    expect(withQuestions(folder, [questionsDir])).toEqual([
      { pdf: join(folder, 'harbour.pdf'), questions: join(folder, 'harbour.jsonl') },
      { pdf: join(folder, 'mill.pdf'), questions: join(questionsDir, 'mill.jsonl') },
    ]);
  });

  it('are asked each alone, and shown with their mean', async () => {
    const scores = await evaluateReports(folder, config, { questionsDirs: [questionsDir] });
    expect(scores.map(({ report, split }) => [report, split])).toEqual([
      ['harbour', 'dev'],
      ['mill', 'test'],
    ]);
    for (const { summary } of scores) expect(findMetric(summary.metrics, 'facts').value).toBe(1);
    const [head, ...rows] = formatReports(scores).trim().split('\n');
    expect(head).toMatch(/^report +split +questions +evidence @5/);
    expect(rows.map((row) => row.split(/ {2,}/)[0])).toEqual([
      'harbour',
      'mill',
      'mean of 1',
      'mean of 1',
      'mean of 2',
    ]);
    expect(renderReports(scores, 'a processor')).toContain('| mill | test | 1 | 1.000 |');
  });

  it('are left out where no question is of the split', async () => {
    const scores = await evaluateReports(folder, config, { questionsDirs: [questionsDir], split: 'test' });
    expect(scores.map(({ report }) => report)).toEqual(['mill']);
  });

  it('are missed by name', async () => {
    await expect(
      evaluateReports(questionsDir, config, { questionsDirs: [questionsDir] }),
    ).rejects.toMatchObject({
      code: 'bad-input',
      sentence: expect.stringContaining('has no PDF with questions.'),
    });
  });
});

it('takes the mean over reports, not over questions', () => {
  const score = (report: string, count: number, value: number): ReportScore => ({
    report,
    split: 'dev',
    summary: { count, metrics: [{ name: 'facts', value, interval: null, count }], groups: [] },
  });
  expect(renderReports([score('long', 90, 1), score('short', 10, 0)], 'one')).toContain(
    '| mean of 2 |  | 100 | – | – | .500 |',
  );
});
