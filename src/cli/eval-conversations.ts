/** `verse eval --conversations`: measures follow-ups against the same questions asked in full. */
import { extname, join } from 'node:path';
import { packageRoot } from '../config.ts';
import { VerseError } from '../errors.ts';
import { formatConversations, renderConversations } from '../evaluate/conversation-table.ts';
import { askConversations, findFollowUps } from '../evaluate/conversations.ts';
import { type EvalSplit, readEvalFile } from '../evaluate/eval-format.ts';
import { writeText } from '../evaluate/outputs.ts';
import { openOrIngest } from './open-or-ingest.ts';
import { createProgress } from './progress.ts';
import type { Session } from './session.ts';

interface ConversationEvalOptions {
  split: EvalSplit | undefined;
  outputs: readonly string[];
}

const ownFiles = () =>
  ['conversations.jsonl', 'fragmented-europe.jsonl'].map((name) => join(packageRoot, 'evals', name));

/** @throws VerseError `bad-input`, `cannot-read`, and as the assistant's. */
export async function evalConversations(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  files: readonly string[],
  { split, outputs }: ConversationEvalOptions,
): Promise<void> {
  const other = outputs.find((path) => extname(path) !== '.md');
  if (other !== undefined)
    throw new VerseError('bad-input', `${other}: with --conversations only .md can be written.`);
  const questions = await Promise.all((files.length > 0 ? files : ownFiles()).map(readEvalFile));
  const followUps = findFollowUps(questions.flat(), split);
  const assistant = await openOrIngest(config(), terminal);
  const progress = createProgress(terminal);
  try {
    const results = await askConversations(assistant, followUps, progress.onProgress).finally(
      progress.finish,
    );
    terminal.out(formatConversations(results));
    for (const path of outputs) await writeText(path, renderConversations(results));
  } finally {
    await assistant.close();
  }
}
