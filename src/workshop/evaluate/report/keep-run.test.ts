import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRun } from '../../../testing/evals/sample-run.ts';
import { keptRunSchema } from '../../../wire/kept-run.ts';
import { metricDefinitions } from '../score/metrics.ts';
import { describeKept, keepRun } from './keep-run.ts';

const at = new Date('2026-07-01T09:30:05.250Z');

describe('describeKept', () => {
  it('names the run by its time, says what was asked and gives the figures to follow', () => {
    const kept = describeKept(makeRun('not-found'), at);
    expect(keptRunSchema.parse(kept)).toMatchObject({
      name: '2026-07-01T09-30-05Z-dev',
      at: '2026-07-01T09:30:05.250Z',
      title: '2 questions of sweden.jsonl, split dev',
      details: [
        '1 answerable, 1 near-miss',
        'version 0.1.0, encoder fake-encoder@00000000, on AMD EPYC (avx2)',
      ],
    });
    expect(kept.figures).toContainEqual({ label: 'near misses refused', value: 1 });
    expect(kept.figures).toContainEqual({ label: 'off-topic refused', value: null });
    expect(describeKept(makeRun('answered'), at).figures).toContainEqual({
      label: 'near misses refused',
      value: 0,
    });
  });

  it('follows figures that are measured', () => {
    const kept = describeKept(
      {
        ...makeRun(),
        summary: {
          count: 1,
          groups: [],
          metrics: metricDefinitions.map(({ name }) => ({ name, value: 0.5, interval: null, count: 1 })),
        },
      },
      at,
    );
    expect(kept.figures.map(({ value }) => value)).toEqual(kept.figures.map(() => 0.5));
  });
});

describe('keepRun', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'verse-runs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes the report and its figures, in a folder that need not be there', async () => {
    const runs = join(folder, 'evals', 'runs');
    const path = await keepRun(runs, makeRun(), at);
    expect(path).toBe(join(runs, '2026-07-01T09-30-05Z-dev.html'));
    expect(readFileSync(path, 'utf8')).toContain('What did Geely pay for Volvo?');
    const figures = JSON.parse(readFileSync(path.replace(/html$/, 'json'), 'utf8'));
    expect(figures).toEqual(describeKept(makeRun(), at));
  });

  it('keeps fifty: the oldest makes room', async () => {
    const times = Array.from({ length: 51 }, (_, hours) => new Date(at.getTime() + hours * 3_600_000));
    for (const time of times) await keepRun(folder, makeRun(), time);
    const files = readdirSync(folder).sort();
    expect(files).toHaveLength(100);
    expect(files[0]).toBe('2026-07-01T10-30-05Z-dev.html');
  });
});
