import { describe, expect, it } from 'vitest';
import { drawBars, drawLines } from './charts.ts';

describe('drawLines', () => {
  it('maps both axes onto the frame: 44 to 504 across, 232 up to 12', () => {
    const series = [
      {
        label: 'one chapter',
        points: [
          { x: 0, y: 0 },
          { x: 0.5, y: 0.5 },
          { x: 1, y: 1 },
        ],
      },
      { label: 'nothing', points: [] },
    ];
    const chart = String(
      drawLines({ title: 'A & B', xLabel: 'k', xTicks: [0, 1], formatTick: String, series }),
    );
    expect(chart).toContain('points="44,232 274,122 504,12"');
    expect(chart).toContain('aria-label="A &amp; B"');
    expect(chart).not.toContain('nothing');
  });
});

describe('drawBars', () => {
  it('draws each share of 260', () => {
    const chart = String(drawBars('Facts', [{ label: 'Malta', value: 0.5, note: '4 asked' }]));
    expect(chart).toContain('<rect class="bar" x="150" y="4" width="130" height="13"/>');
    expect(chart).toContain('50 %, 4 asked');
  });
});
