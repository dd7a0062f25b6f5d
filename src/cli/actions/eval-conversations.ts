/** `verse eval --conversations`: measures follow-ups against the same questions asked in full, and holds whole conversations. */
import { basename, join } from 'node:path';
import type { Assistant } from '../../assistant/assistant.ts';
import { type Config, inFolder, packageRoot } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import type { OnProgress } from '../../core/types.ts';
import { thisProcessor } from '../../networks/processor.ts';
import { countNoun } from '../../text/count-noun.ts';
import { askConversations, findFollowUps } from '../../workshop/evaluate/conversations/ask-conversations.ts';
import { type Chat, readChats } from '../../workshop/evaluate/conversations/chat-format.ts';
import { formatChats, renderChats } from '../../workshop/evaluate/conversations/chat-table.ts';
import {
  formatConversations,
  renderConversations,
} from '../../workshop/evaluate/conversations/conversation-table.ts';
import { holdChats, type TurnResult } from '../../workshop/evaluate/conversations/hold-chats.ts';
import { type EvalQuestion, readEvalFile } from '../../workshop/evaluate/questions/eval-format.ts';
import type { EvalSplit } from '../../workshop/evaluate/questions/eval-kinds.ts';
import type { Tables } from '../../workshop/evaluate/report/table-outputs.ts';
import { holdReportChats } from '../../workshop/evaluate/reports/hold-report-chats.ts';
import type { Session } from '../chat/session.ts';
import { withAssistant } from '../with-assistant.ts';

interface ConversationEvalOptions {
  split: EvalSplit | undefined;
  /** A folder with the PDFs that conversations are about, beside those of the index. */
  reports: string | undefined;
  onProgress: OnProgress;
}

const ownFiles = () =>
  ['conversations.jsonl', 'fragmented-europe.jsonl', 'chats.jsonl'].map((name) =>
    join(packageRoot, 'evals', name),
  );

/** The questions and the conversations of some files, each of which holds the one or the other. */
async function readFiles(files: readonly string[]): Promise<{ questions: EvalQuestion[]; chats: Chat[] }> {
  const questions: EvalQuestion[] = [];
  const chats: Chat[] = [];
  for (const file of files) {
    const held = await readChats(file);
    chats.push(...held);
    if (held.length === 0) questions.push(...(await readEvalFile(file)));
  }
  return { questions, chats };
}

/** Those about the one document of the index with it, the others with the PDFs of the folder. */
async function holdAll(
  assistant: Assistant,
  chats: readonly Chat[],
  { reports, config, onProgress }: { reports: string | undefined; config: Config; onProgress: OnProgress },
): Promise<TurnResult[]> {
  const [listed, ...others] = await assistant.documents();
  const file = listed && others.length === 0 ? (await assistant.document(listed.id)).file : undefined;
  const isOpen = ({ document }: Chat) => file !== undefined && basename(file) === document;
  const held = await holdChats(assistant, chats.filter(isOpen), onProgress);
  if (reports === undefined) return held;
  const rest = chats.filter((chat) => !isOpen(chat));
  return [...held, ...(await holdReportChats(reports, inFolder(config), rest, onProgress))];
}

/** @throws VerseError `bad-input`, `cannot-read`, and as the assistant's. */
export async function evalConversations(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  files: readonly string[],
  { split, reports, onProgress }: ConversationEvalOptions,
): Promise<Tables> {
  const { questions, chats: all } = await readFiles(files.length > 0 ? files : ownFiles());
  const chats = all.filter((chat) => split === undefined || chat.split === split);
  const followUps = questions.length === 0 && chats.length > 0 ? [] : findFollowUps(questions, split);
  const settings = config();
  const [results, turns] = await withAssistant(
    settings,
    terminal,
    async (assistant) =>
      [
        await askConversations(assistant, followUps, onProgress),
        await holdAll(assistant, chats, { reports, config: settings, onProgress }),
      ] as const,
  );
  if (followUps.length === 0 && turns.length === 0)
    throw new VerseError(
      'bad-input',
      `None of the ${countNoun(chats.length, 'conversation')} is about a document of this index.`,
      'Name the folder of their PDFs with --reports.',
    );
  const leftOut = chats.length - new Set(turns.map(({ chat }) => chat)).size;
  const notice = `Left out: ${countNoun(leftOut, 'conversation')} about other documents (--reports FOLDER has their PDFs).`;
  const tables = [
    ...(results.length > 0 ? [formatConversations(results)] : []),
    ...(turns.length > 0 ? [formatChats(turns)] : []),
  ];
  return {
    json: { followUps: results, turns },
    text: tables.join('\n'),
    page: () => `${renderConversations(results, thisProcessor())}${renderChats(turns)}`,
    ...(leftOut > 0 && { notice }),
  };
}
