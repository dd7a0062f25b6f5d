import { describe, expect, it } from 'vitest';
import {
  askFigures,
  type ComparedFigure,
  compareFigures,
  ingestFigures,
  qualityFigures,
} from './compare-figures.ts';
import type { AskedQuestion, AskMeasurement, IngestMeasurement, Measured } from './measurements.ts';

function ingest(output: Partial<IngestMeasurement>): Measured<IngestMeasurement> {
  const none = { readMs: 0, encodeMs: 0, writeMs: 0, passages: 0, indexBytes: 0 };
  return { output: { ...none, ...output }, wallMs: 0, peakBytes: 0 };
}

function ask(...questions: Partial<AskedQuestion>[]): Measured<AskMeasurement> {
  const none = {
    totalMs: 0,
    encodeMs: 0,
    searchMs: 0,
    selectMs: null,
    found: 0,
    foundVerbatim: 0,
    hasFacts: null,
    words: 0,
  };
  const asked = questions.map((one, index) => ({ id: `q${index}`, ...none, ...one }));
  return { output: { openMs: 0, questions: asked }, wallMs: 0, peakBytes: 0 };
}

describe('compareFigures', () => {
  const find = (figures: readonly ComparedFigure[], name: string) => figures.find((one) => one.name === name);

  it('divides ours by the baseline', () => {
    const [read, encode] = compareFigures(
      ingestFigures,
      ingest({ readMs: 3000, encodeMs: 50 }),
      ingest({ readMs: 1500 }),
    );
    expect(read).toEqual({ name: 'read', label: 'read', unit: 'ms', ours: 3000, baseline: 1500, ratio: 2 });
    // Nothing can be divided by 0.
    expect(encode).toMatchObject({ ours: 50, baseline: 0, ratio: null });
  });

  it('takes quantiles over the questions, and none for a stage that a stack does not have', () => {
    const ours = ask(
      { totalMs: 10, selectMs: 1 },
      { totalMs: 30, selectMs: 3 },
      { totalMs: 20, selectMs: 2 },
    );
    const speed = compareFigures(askFigures, ours, ask({ totalMs: 5 }));
    expect(find(speed, 'whole.p50')).toMatchObject({ ours: 20, baseline: 5, ratio: 4 });
    expect(find(speed, 'select.p50')).toMatchObject({ ours: 2, baseline: null, ratio: null });
  });

  it('leaves questions without facts out of the share of answers that hold them', () => {
    const quality = compareFigures(
      qualityFigures,
      ask({ hasFacts: true }, { hasFacts: false }, { hasFacts: null }),
      null,
    );
    expect(find(quality, 'facts')).toMatchObject({ ours: 0.5, baseline: null, ratio: null });
  });
});
