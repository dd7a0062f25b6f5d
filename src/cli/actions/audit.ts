/** `verse audit`: who added, removed, renamed and moved which document. */
import { readAudit } from '../../assistant/audit.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { showTable } from '../show/show-table.ts';

/** @throws VerseError `cannot-read`. */
export async function showAudit({ terminal, config }: Session, { json }: { json?: true }): Promise<void> {
  const entries = await readAudit(config());
  if (json) {
    terminal.out(`${toPlainJson(entries, 2)}\n`);
    return;
  }
  if (entries.length === 0) {
    terminal.err('Nothing is noted yet.\n');
    return;
  }
  const rows = entries.map(({ at, event, by, document, collection = '', sha256 }) => [
    at.slice(0, 16).replace('T', ' '),
    by,
    event,
    document,
    collection,
    sha256.slice(0, 12),
  ]);
  terminal.out(showTable(['WHEN (UTC)', 'WHO', 'WHAT', 'DOCUMENT', 'COLLECTION', 'SHA-256'], rows));
}
