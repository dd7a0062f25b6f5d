/** Line and bar charts as inline SVG; colours come from the page's style, by class. Pure. */
import { html } from 'hono/html';
import type { Markup } from './report-page.ts';

export interface Point {
  x: number;
  /** A share, 0..1. */
  y: number;
}

export interface LineChart {
  title: string;
  xLabel: string;
  /** Ticks of the horizontal axis, ascending; the first and last are its ends. */
  xTicks: readonly number[];
  formatTick: (value: number) => string;
  series: readonly { label: string; points: readonly Point[] }[];
}

const size = { width: 530, height: 300 };
const frame = { left: 44, right: 504, top: 12, bottom: 232 };
const yTicks = [0, 0.25, 0.5, 0.75, 1];

const round = (value: number) => Math.round(value * 10) / 10;
const percent = (share: number) => `${Math.round(share * 100)} %`;

function svg(title: string, height: number, parts: readonly Markup[]): Markup {
  return html`<svg viewBox="0 0 ${size.width} ${height}" role="img" aria-label="${title}">${parts}</svg>`;
}

/** Shares from 0 to 1 over a linear axis; a series without points is left out. */
export function drawLines({ title, xLabel, xTicks, formatTick, series }: LineChart): Markup {
  const first = xTicks[0] ?? 0;
  const span = (xTicks.at(-1) ?? 1) - first || 1;
  const toX = (x: number) => round(frame.left + ((x - first) / span) * (frame.right - frame.left));
  const toY = (y: number) => round(frame.bottom - y * (frame.bottom - frame.top));
  const shown = series.filter(({ points }) => points.length > 0);
  return svg(title, size.height, [
    ...yTicks.flatMap((tick) => [
      html`<line class="grid" x1="${frame.left}" x2="${frame.right}" y1="${toY(tick)}" y2="${toY(tick)}"/>`,
      html`<text class="tick" x="${frame.left - 6}" y="${toY(tick) + 4}" text-anchor="end">${percent(tick)}</text>`,
    ]),
    ...xTicks.map(
      (tick) =>
        html`<text class="tick" x="${toX(tick)}" y="${frame.bottom + 18}" text-anchor="middle">${formatTick(tick)}</text>`,
    ),
    html`<text class="tick" x="${frame.right}" y="${frame.bottom + 36}" text-anchor="end">${xLabel}</text>`,
    ...shown.flatMap(({ label, points }, index) => [
      html`<polyline class="series series-${index + 1}" points="${points.map(({ x, y }) => `${toX(x)},${toY(y)}`).join(' ')}"/>`,
      html`<text class="legend legend-${index + 1}" x="${frame.left + index * 130}" y="${frame.bottom + 58}">${label}</text>`,
    ]),
  ]);
}

export interface Bar {
  label: string;
  /** A share, 0..1. */
  value: number;
  /** Text after the bar. */
  note: string;
}

const row = { height: 20, labelWidth: 150, barWidth: 260 };

/** Horizontal bars, one per row. */
export function drawBars(title: string, bars: readonly Bar[]): Markup {
  return svg(
    title,
    bars.length * row.height + 4,
    bars.flatMap(({ label, value, note }, index) => {
      const top = index * row.height;
      const width = round(value * row.barWidth);
      return [
        html`<text class="tick" x="${row.labelWidth - 8}" y="${top + 15}" text-anchor="end">${label}</text>`,
        html`<rect class="track" x="${row.labelWidth}" y="${top + 4}" width="${row.barWidth}" height="13"/>`,
        html`<rect class="bar" x="${row.labelWidth}" y="${top + 4}" width="${width}" height="13"/>`,
        html`<text class="tick" x="${row.labelWidth + row.barWidth + 8}" y="${top + 15}">${percent(value)}, ${note}</text>`,
      ];
    }),
  );
}
