/** The findings of `verse doctor` as text. Pure. */
import type { Check } from '../../assistant/doctor.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Screen } from '../terminal.ts';

export function showChecks(checks: readonly Check[], { width, paint }: Screen): string {
  const lines = checks.map(({ name, ok, detail }) => {
    const mark = ok ? paint('green', 'ok  ') : paint('red', 'FAIL');
    return wrapText(`${name}: ${detail}`, width, '     ', `${mark} `);
  });
  return `${lines.join('\n')}\n`;
}
