import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../config/settings.ts';
import type { Progress } from '../../core/types.ts';
import { makePdf, setText } from '../typeset/make-pdf.ts';
import { measureAsk } from './measure-ask.ts';
import { measureIngest } from './measure-ingest.ts';
import { measurePictures, measurePlainPictures } from './measure-pictures.ts';
import { measureTutorialAsk, measureTutorialIngest } from './measure-tutorial.ts';
import type { QuestionSample } from './sample-questions.ts';

const sentences = [
  'Sweden banned equipment from Huawei and ZTE in its 5G networks in October 2020.',
  'Austria has kept its engagement with Chinese universities largely steady since 2015.',
  'Italian drug makers rely on venture capital from the United States.',
  'The Port of Hamburg sold a minority stake of 24.9 percent in a terminal to COSCO.',
  'Hungary attracts more Chinese battery plants than any other member state.',
];

const folder = mkdtempSync(join(tmpdir(), 'verse-bench-test-'));
const file = join(folder, 'report.pdf');
const config = loadConfig({ indexDir: join(folder, 'index') });
const storeDir = join(folder, 'tutorial');
const { modelsDir } = config;

const question = {
  id: 'swe-01',
  question: 'When did Sweden ban Huawei from 5G?',
  facts: [['October 2020']],
  evidence: ['banned equipment from Huawei and ZTE in its 5G networks in October 2020'],
};
const sample: QuestionSample = { timed: [question], warmUp: [question] };

beforeAll(() => {
  const pages = sentences.map((sentence) => ({
    lines: setText(sentence, { x: 70, y: 700, characters: 60 }),
  }));
  writeFileSync(file, makePdf({ pages }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('pages as pictures', () => {
  it('are drawn in both ways, in the order asked for and in the width asked for', async () => {
    const stages: Progress[] = [];
    const task = { file, pages: [3, 1], width: 200 };
    for (const measure of [measurePictures, measurePlainPictures]) {
      const { pages } = await measure(task, (one) => stages.push(one));
      expect(pages).toHaveLength(2);
      for (const { ms, bytes } of pages) {
        expect(ms).toBeGreaterThan(0);
        expect(bytes).toBeGreaterThan(200);
      }
    }
    expect(stages.at(-1)).toEqual({ stage: 'drawing', done: 2, total: 2 });
  });
});

describe('both stacks', () => {
  it('read a report, stage by stage', async () => {
    const stages: string[] = [];
    const note = ({ stage }: Progress) => stages.push(stage);
    const ours = await measureIngest({ config, file }, note);
    const baseline = await measureTutorialIngest({ file, modelsDir, storeDir }, note);
    for (const { passages, indexBytes, encodeMs } of [ours, baseline]) {
      expect(passages).toBeGreaterThan(0);
      expect(indexBytes).toBeGreaterThan(1000);
      expect(encodeMs).toBeGreaterThan(0);
    }
    expect(stages).toContain('write');
  });

  it('find the evidence and return the fact', async () => {
    const ours = await measureAsk({ config, sample }, () => {});
    const baseline = await measureTutorialAsk({ modelsDir, storeDir, sample }, () => {});
    for (const { questions } of [ours, baseline]) {
      expect(questions).toMatchObject([{ id: 'swe-01', found: 1, hasFacts: true }]);
    }
    expect(baseline.questions[0]?.selectMs).toBeNull();
  });
});
