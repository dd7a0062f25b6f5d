/** The tool `compare_editions`. */
import { z } from 'zod';
import { compareRequestSchema, editionChangesSchema } from '../wire/compare.ts';
import { markWords, nameChange, nameGroup, sentenceOf, tellFigures } from '../wire/tell-change.ts';
import type { EditionChanges } from '../wire/types.ts';
import { defineTool } from './tool.ts';

const input = compareRequestSchema.extend({
  limit: z.number().int().min(1).max(500).default(50).meta({ description: 'How many changes are listed.' }),
});

const output = editionChangesSchema.extend({
  unlisted: z.number().int().meta({ description: 'How many changes are counted and not listed.' }),
});

/** The first changes, and how many are left out. */
function cutChanges({ groups, ...rest }: EditionChanges, limit: number): z.infer<typeof output> {
  let room = limit;
  const kept = groups.map((group) => {
    const changes = group.changes.slice(0, room);
    room -= changes.length;
    return { ...group, changes };
  });
  const total = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  return {
    ...rest,
    groups: kept.filter(({ changes }) => changes.length > 0),
    unlisted: Math.max(0, total - limit),
  };
}

function showGroup(group: EditionChanges['groups'][number]): string {
  const lines = group.changes.map((change) => {
    const text = change.words === undefined ? sentenceOf(change) : markWords(change.words);
    return `- ${nameChange(change)}: ${text}`;
  });
  return [nameGroup(group), ...lines].join('\n');
}

export const compareEditionsTool = defineTool({
  name: 'compare_editions',
  title: 'Compare two editions of a report',
  description:
    'Says what changed from one open report to another edition of it, sentence by sentence with the pages of both: what ' +
    'was changed (old words as [-old-], new ones as {+new+}), added, removed or moved to another chapter, in the order of ' +
    'the new edition; rows of tables and notes too. Use it where someone asks what is new. `chapters` and `only` narrow it.',
  input,
  output,
  run: async (assistant, { limit, ...request }, signal) => {
    const found = cutChanges(await assistant.compare(request, { signal }), limit);
    const more =
      found.unlisted > 0 ? [`${found.unlisted} more changes are not listed: narrow it, or raise limit.`] : [];
    const text = [
      `${found.before.label} → ${found.after.label}`,
      tellFigures(found, (request.chapters ?? []).length > 0 ? 'part' : 'all').join('\n'),
      ...found.groups.map(showGroup),
      ...more,
    ].join('\n\n');
    return { text, found };
  },
});
