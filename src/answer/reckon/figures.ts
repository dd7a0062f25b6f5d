/** Figures as tables print them, and reckoning with them. Pure. */

export interface Figure {
  value: number;
  /** Digits behind the point. */
  decimals: number;
  isPercentage: boolean;
}

/** "13,486", "$ 5.2", "12 %", and "(2,316)" for less than nothing. */
const printed =
  /^(?<open>\()?(?<minus>[-–−])?\s*[$£€]?\s*(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?<part>\.\d+)?\s*(?<percent>%)?\)?$/u;

/** The figure that a cell holds; undefined where it holds anything else. */
export function readFigure(text: string): Figure | undefined {
  const { groups } = printed.exec(text.trim()) ?? {};
  if (groups === undefined) return undefined;
  const { open, minus, whole = '', part = '', percent } = groups;
  const value = Number(whole.replace(/,/g, '') + part);
  const isNegative = open !== undefined || minus !== undefined;
  return {
    value: isNegative ? -value : value,
    decimals: Math.max(0, part.length - 1),
    isPercentage: percent !== undefined,
  };
}

/** With as many digits behind the point as the figure it was reckoned from has most. */
export function writeFigure(value: number, decimals: number): string {
  const rounded = value.toFixed(decimals);
  const [whole = '', part] = rounded.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const isNegative = rounded.startsWith('-') && /[1-9]/.test(rounded);
  return `${isNegative ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}
