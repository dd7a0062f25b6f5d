/** The passages that a search found as text. Pure. */

import { padRight } from '../../text/columns.ts';
import { wrapText } from '../../text/wrap-text.ts';
import { ocrNote, placeOf } from '../../wire/places.ts';
import type { SearchResponse } from '../../wire/types.ts';
import type { Screen } from '../terminal.ts';

/** Each hit: rank, place, section and score, then the passage; table rows each on their own line. */
export function showHits(hits: SearchResponse['hits'], screen: Screen): string {
  if (hits.length === 0) return 'No passage matches.\n';
  const indent = ' '.repeat(String(hits.length).length + 2);
  const blocks = hits.map((hit, index) => {
    const section = hit.section === null ? '' : ` — ${hit.section}`;
    const head = `${placeOf(hit)}${section}${ocrNote(hit)} (${hit.score.toFixed(2)})`;
    const rank = padRight(`${index + 1}.`, indent.length);
    const text = hit.text.split('\n').map((line) => wrapText(line, screen.width, indent));
    return [screen.paint('bold', wrapText(head, screen.width, indent, rank)), ...text].join('\n');
  });
  return `${blocks.join('\n\n')}\n`;
}
