/** `verse eval --conversations`: measures follow-ups against the same questions asked in full. */
import { join } from 'node:path';
import { packageRoot } from '../../config/settings.ts';
import { thisProcessor } from '../../networks/processor.ts';
import { askConversations, findFollowUps } from '../../workshop/evaluate/conversations/ask-conversations.ts';
import {
  formatConversations,
  renderConversations,
} from '../../workshop/evaluate/conversations/conversation-table.ts';
import { readEvalFile } from '../../workshop/evaluate/questions/eval-format.ts';
import type { EvalSplit } from '../../workshop/evaluate/questions/eval-kinds.ts';
import { checkTableOutputs, toJson, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { createProgress } from '../progress.ts';

interface ConversationEvalOptions {
  split: EvalSplit | undefined;
  outputs: readonly string[];
  json: boolean;
}

const ownFiles = () =>
  ['conversations.jsonl', 'fragmented-europe.jsonl'].map((name) => join(packageRoot, 'evals', name));

/** @throws VerseError `bad-input`, `cannot-read`, and as the assistant's. */
export async function evalConversations(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  files: readonly string[],
  { split, outputs, json }: ConversationEvalOptions,
): Promise<void> {
  checkTableOutputs(outputs, '--conversations');
  const questions = await Promise.all((files.length > 0 ? files : ownFiles()).map(readEvalFile));
  const followUps = findFollowUps(questions.flat(), split);
  const assistant = await openOrIngest(config(), terminal);
  const progress = createProgress(terminal);
  try {
    const results = await askConversations(assistant, followUps, progress.onProgress).finally(
      progress.finish,
    );
    const asJson = () => toJson({ followUps: results });
    terminal.out(json ? asJson() : formatConversations(results));
    await writeTables(outputs, {
      '.json': asJson,
      '.md': () => renderConversations(results, thisProcessor()),
    });
  } finally {
    await assistant.close();
  }
}
