/** An assistant that follows its index, which is there when it is opened. */
import { type LiveAssistant, type LiveOptions, openLiveAssistant } from '../assistant/live-assistant.ts';
import type { Config } from '../config/settings.ts';
import { openAfterIngest } from './open-or-ingest.ts';
import type { Terminal } from './terminal.ts';

/** @throws VerseError as `openOrIngest`; Interrupted if the ingest is. */
export function openLive(
  config: Config,
  terminal: Terminal,
  options: Pick<LiveOptions, 'threadsAtOnce'> = {},
): Promise<LiveAssistant> {
  return openAfterIngest(config, terminal, async () => {
    const live = await openLiveAssistant(config, options);
    try {
      live.current();
      return live;
    } catch (error) {
      await live.close();
      throw error;
    }
  });
}
