/** A share in percent. Pure. */

/** "0.3 %", "12 %"; a share above none is never "0 %". */
export function sharePercent(part: number, all: number): string {
  const percent = (100 * part) / Math.max(1, all);
  if (percent >= 10) return `${Math.round(percent)} %`;
  if (part === 0) return '0 %';
  const digits = percent.toFixed(1);
  return digits === '0.0' ? 'under 0.1 %' : `${digits} %`;
}
