/** Holds evals/chats.jsonl to its format, and the snippets of the report to their pages. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../../testing/assistant/report-index.ts';
import { containsSnippet } from '../score/normalize.ts';
import { readChats } from './chat-format.ts';

const pathTo = (name: string) => fileURLToPath(new URL(`../../../../${name}`, import.meta.url));
const chats = await readChats(pathTo('evals/chats.jsonl'));
const report = 'fragmented-europe-2026.pdf';

describe('evals/chats.jsonl', () => {
  it('holds eighty conversations of two to six turns, half of each document for test', () => {
    expect(new Set(chats.map(({ id }) => id)).size).toBe(80);
    for (const { turns } of chats) {
      expect(turns.length).toBeGreaterThanOrEqual(2);
      expect(turns.length).toBeLessThanOrEqual(6);
    }
    for (const document of new Set(chats.map((chat) => chat.document))) {
      const own = chats.filter((chat) => chat.document === document);
      expect(own.filter(({ split }) => split === 'test')).toHaveLength(own.length / 2);
    }
  });

  it('has a snippet with its page for each turn with an answer, and begins with what stands alone', () => {
    const bare = chats.flatMap(({ id, turns }) =>
      turns
        .filter(
          ({ expect: expected, evidence, pages }) =>
            expected === 'answer' && (evidence.length === 0 || evidence.length !== pages.length),
        )
        .map(({ question }) => [id, question]),
    );
    expect(bare).toEqual([]);
    expect(chats.every(({ turns }) => turns.length > 0)).toBe(true);
  });

  it('quotes the report from the pages that it names', async () => {
    const { passages } = await readReport();
    const misplaced = chats
      .filter(({ document }) => document === report)
      .flatMap(({ id, turns }) =>
        turns.flatMap(({ expect: expected, evidence, pages }) =>
          expected === 'answer'
            ? evidence.map((snippet, index) => ({ id, snippet, page: pages[index] ?? 0 }))
            : [],
        ),
      )
      .filter(
        ({ snippet, page }) =>
          !passages.some((passage) => passage.pages.includes(page) && containsSnippet(passage.text, snippet)),
      );
    expect(misplaced).toEqual([]);
  });
});
