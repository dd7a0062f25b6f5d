/** Holds conversations about the reports of a folder, each with an index of that report alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openAssistant } from '../../../assistant/assistant.ts';
import type { Config } from '../../../config/settings.ts';
import type { OnProgress } from '../../../core/types.ts';
import type { Chat } from '../conversations/chat-format.ts';
import { holdChats, type TurnResult } from '../conversations/hold-chats.ts';
import { ingestAlone } from './evaluate-reports.ts';

/**
 * Conversations about PDFs that the folder has not are left out.
 * @param config its index and corpus are not used.
 */
export async function holdReportChats(
  folder: string,
  config: Config,
  chats: readonly Chat[],
  onProgress?: OnProgress,
): Promise<TurnResult[]> {
  const results: TurnResult[] = [];
  for (const document of new Set(chats.map((chat) => chat.document))) {
    if (!existsSync(join(folder, document))) continue;
    const assistant = await openAssistant(await ingestAlone(folder, document, config, onProgress));
    try {
      const about = chats.filter((chat) => chat.document === document);
      results.push(...(await holdChats(assistant, about, onProgress)));
    } finally {
      await assistant.close();
    }
  }
  return results;
}
