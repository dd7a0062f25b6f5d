/** Has a chat model write an answer of what was found, and lets through only what the passages carry. */
import { countWords } from '../answer/sentence-form.ts';
import type { Found, Write, Written } from '../answer/written.ts';
import { VerseError } from '../errors.ts';
import type { ChatMessage, ChatModel, PassageStore } from '../seams.ts';
import { type CheckedSentence, checkSentence, isVerified } from './check-sentence.ts';
import { createSupport, type Verify } from './find-support.ts';
import { askForAnswer, askForRepair } from './prompt.ts';
import { createDraftReader, type DraftSentence, isRefusal } from './read-draft.ts';
import { readRepair, replaceFailed } from './repair.ts';
import { chooseShown } from './shown.ts';
import { createTelling } from './telling.ts';
import {
  brokeOffWarning,
  failedWarning,
  leftOutWarnings,
  silentWarnings,
  unsupportedWarning,
} from './warnings.ts';

export interface WriterOptions {
  chat: ChatModel;
  verify: Verify;
  store: PassageStore;
  maxWords: number;
  /** The most tokens of passages that the model is shown. */
  passageTokens: number;
  /** For draft and repair together, in milliseconds. */
  timeoutMs: number;
  /** A text that no document can know, new for each answer. */
  nonce: string;
}

/** Several times what the word limit lets a model write; one that goes on repeats itself. */
const mostCharacters = 8000;

/** Why the model gave no whole reply; anything else that is thrown is not the model's fault, and thrown on. */
function toFailure(error: unknown, deadline: AbortSignal, { chat, timeoutMs }: WriterOptions): VerseError {
  if (error instanceof VerseError && error.code === 'chat-failed') return error;
  if (!deadline.aborted || error !== deadline.reason) throw error;
  const hint = 'Set VERSE_CHAT_TIMEOUT_MS higher, or take a faster model.';
  return new VerseError('chat-failed', `${chat.id} did not finish within ${timeoutMs / 1000} s.`, hint);
}

/** Writes one answer. */
async function writeAnswer(found: Found, options: WriterOptions): Promise<Written> {
  const { chat, store } = options;
  const shown = chooseShown(found.chosen, found.hits, options.passageTokens);
  const support = createSupport(shown, options.verify);
  const telling = createTelling(store, found.onSentence, found.signal);
  const deadline = AbortSignal.timeout(options.timeoutMs);
  const signal = found.signal === undefined ? deadline : AbortSignal.any([found.signal, deadline]);
  // A comparison may be longer than other answers, and what would be quoted is as long as it may be.
  const quotedWords = found.chosen.reduce((sum, { sentence }) => sum + countWords(sentence.text), 0);
  const maxWords = Math.max(options.maxWords, quotedWords);
  const asked = askForAnswer({ question: found.question, shown, maxWords, nonce: options.nonce });
  const reader = createDraftReader();
  let checked: CheckedSentence[] = [];
  /** How many of `checked` were told, or passed over as not verified. */
  let passed = 0;

  async function check(sentence: DraftSentence): Promise<CheckedSentence> {
    const result = await checkSentence(sentence, shown, support);
    found.signal?.throwIfAborted();
    return result;
  }

  /** Takes sentences as they come, and tells them up to the first that is not verified: it may yet be repaired. */
  async function take(sentences: readonly DraftSentence[]): Promise<void> {
    for (const sentence of sentences) {
      if (checked.some((one) => one.sentence.text === sentence.text)) continue;
      const result = await check(sentence);
      checked.push(result);
      if (isVerified(result) && passed === checked.length - 1) {
        passed += 1;
        await telling.tell(result);
      }
    }
  }

  async function readDraft(messages: readonly ChatMessage[]): Promise<void> {
    for await (const piece of chat.reply(messages, signal)) {
      await take(reader.push(piece));
      if (reader.text().length > mostCharacters) {
        throw new VerseError('chat-failed', `${chat.id} wrote on and on.`, 'Take another model.');
      }
    }
    await take(reader.end());
  }

  /** Has what failed written again, once. */
  async function repair(): Promise<void> {
    const failed = checked.filter((one) => !isVerified(one));
    if (failed.length === 0 || checked.every((one) => isRefusal(one.sentence))) return;
    let reply = '';
    for await (const piece of chat.reply(askForRepair(asked, reader.text(), failed), signal)) {
      reply += piece;
      if (reply.length > mostCharacters) break;
    }
    const repaired: CheckedSentence[][] = [];
    for (const sentences of readRepair(reply, failed.length)) {
      const results: CheckedSentence[] = [];
      for (const sentence of sentences) results.push(await check(sentence));
      repaired.push(results.filter(isVerified));
    }
    checked = replaceFailed(checked, failed, repaired);
  }

  async function attempt(step: () => Promise<void>): Promise<VerseError | undefined> {
    try {
      await step();
      return undefined;
    } catch (error) {
      found.signal?.throwIfAborted();
      return toFailure(error, deadline, options);
    }
  }

  const failure = await attempt(() => readDraft(asked));
  // A repair that fails leaves the draft as it was checked.
  if (failure === undefined) await attempt(repair);
  for (const one of checked.slice(passed)) if (isVerified(one)) await telling.tell(one);
  const silent = silentWarnings(found.silent);
  if (telling.count() > 0) {
    const leftOut = leftOutWarnings(checked.filter((one) => !isVerified(one)).length);
    if (failure !== undefined) for (const one of found.chosen) await telling.quote(one);
    const warnings = [...(failure === undefined ? [] : [brokeOffWarning(failure)]), ...leftOut, ...silent];
    return { outcome: 'written', chat: chat.id, told: telling.told(checked), warnings };
  }
  if (failure !== undefined) return { outcome: 'failed', chat: null, warnings: [failedWarning(failure)] };
  if (checked.some((one) => isRefusal(one.sentence))) {
    const stoppedBecause = `${chat.id} found no answer in the passages that come nearest`;
    return { outcome: 'refused', chat: chat.id, warnings: [], explanation: { stoppedBecause } };
  }
  if (checked.length === 0) {
    const empty = new VerseError('chat-failed', `${chat.id} wrote nothing.`);
    return { outcome: 'failed', chat: null, warnings: [failedWarning(empty)] };
  }
  return { outcome: 'failed', chat: null, warnings: [unsupportedWarning(chat.id)] };
}

/** A writer for one answer. */
export function createWriter(options: WriterOptions): Write {
  return (found) => writeAnswer(found, options);
}
