/** What a command found: JSON with `--json`, else text. */
import { toPlainJson } from '../text/control-signs.ts';
import type { Terminal } from './terminal.ts';

export function printResult<Result>(
  terminal: Terminal,
  result: Result,
  json: boolean | undefined,
  show: (result: Result, terminal: Terminal) => string,
): void {
  terminal.out(json ? `${toPlainJson(result, 2)}\n` : show(result, terminal));
}
