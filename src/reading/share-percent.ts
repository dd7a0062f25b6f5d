/** A share in percent. Pure. */

/** "0.3 %", "12 %"; a share above none is never "0 %". */
export function sharePercent(part: number, all: number): string {
  const percent = (100 * part) / Math.max(1, all);
  if (percent >= 10) return `${Math.round(percent)} %`;
  const digits = percent.toFixed(1);
  return part > 0 && digits === '0.0' ? 'under 0.1 %' : `${digits} %`;
}
