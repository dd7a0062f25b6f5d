/** All answers of the tab, for export. Pure. */
import type { LinkOf } from '../../cite/references.ts';
import { toMarkdown } from '../../cite/to-markdown.ts';
import type { Turn } from '../nouns.ts';

export function conversationToMarkdown(turns: readonly Turn[], linkOf: LinkOf): string {
  const sections = turns.flatMap(({ outcome }) =>
    outcome.state === 'answered' ? [toMarkdown(outcome.answer, linkOf)] : [],
  );
  return ['# Questions and answers', ...sections].join('\n\n');
}
