/** Shares of a sample, for tables. Pure. */
import { formatShare } from '../../../text/format-share.ts';
import { wilsonInterval } from '../score/statistics.ts';

/** The cells behind a label: the share, its 95 % interval (Wilson's), and the size of the sample. */
export function shareCells(right: number, total: number): string[] {
  const interval = wilsonInterval(right, total)?.map(formatShare).join(' to ') ?? '';
  return [formatShare(total === 0 ? null : right / total), interval, String(total)];
}
