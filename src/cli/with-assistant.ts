/** An assistant for as long as a command uses it. */
import type { Assistant, OpeningOptions } from '../assistant/assistant.ts';
import type { Config } from '../config/settings.ts';
import { openOrIngest } from './open-or-ingest.ts';
import type { Terminal } from './terminal.ts';

/** @throws VerseError as `openOrIngest` does; what `use` throws. */
export async function withAssistant<Result>(
  config: Config,
  terminal: Terminal,
  use: (assistant: Assistant) => Promise<Result>,
  options: OpeningOptions = {},
): Promise<Result> {
  const assistant = await openOrIngest(config, terminal, options);
  try {
    return await use(assistant);
  } finally {
    await assistant.close();
  }
}
