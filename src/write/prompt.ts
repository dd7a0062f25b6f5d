/** The prompts for a chat model. */
import { fillPrompt } from '../config/prompts.ts';
import type { ChatMessage } from '../core/chat-model.ts';
import type { ReplySentence } from './read-reply.ts';
import type { ShownPassage } from './shown.ts';

/** As one line without ids, so that a text cannot imitate our format. */
function toLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\[\s*(s?\d+)\s*\]/gi, '($1)')
    .trim();
}

function showPassage({ passage, sentences }: ShownPassage): string {
  const pages = passage.pages.join('–');
  const place = [passage.chapter, passage.section, `page ${pages}`].filter((part) => part !== null);
  return [
    toLine(place.join(', ')),
    ...sentences.map(({ id, sentence }) => `[${id}] ${toLine(sentence.text)}`),
  ].join('\n');
}

export interface Asked {
  question: string;
  shown: readonly ShownPassage[];
  maxWords: number;
  /** The places of a comparison. */
  compared?: readonly string[] | undefined;
  /** A random text that no document can contain; it marks the end of the quotations. */
  nonce: string;
}

/** Extra instructions for a comparison, since small models stop after the first place. */
function askForEach(compared: readonly string[]): string[] {
  const places = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(compared);
  return compared.length === 0 ? [] : [fillPrompt('compare-places', { places })];
}

/** The request for an answer. */
export function askForAnswer({ question, shown, maxWords, compared = [], nonce }: Asked): ChatMessage[] {
  const quotations = shown.map(showPassage).join('\n\n');
  const asked = fillPrompt('show-quotations', { nonce, quotations, question: toLine(question) });
  return [
    { role: 'system', text: fillPrompt('write-answer', { nonce, words: String(maxWords) }) },
    { role: 'user', text: [asked, ...askForEach(compared)].join('\n\n') },
  ];
}

/** The request to rewrite the failed sentences, with their problems. */
export function askForRepair(
  asked: readonly ChatMessage[],
  reply: string,
  failed: readonly { sentence: ReplySentence; problems: readonly string[] }[],
): ChatMessage[] {
  const failures = failed.map(
    ({ sentence, problems }, index) =>
      `${index + 1}. ${toLine(sentence.text)}\n   ${problems.map(toLine).join('; ')}`,
  );
  return [
    ...asked,
    { role: 'assistant', text: reply },
    { role: 'user', text: fillPrompt('repair-answer', { failures: failures.join('\n') }) },
  ];
}
