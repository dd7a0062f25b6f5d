/** An answer as a chat message: its sentences, then their places. Pure. */
import { escapeMarkdown, escapeMarkup, unescapeMarkdown } from '../../text/escape-markdown.ts';
import { showFootnotes, showRemarks } from '../../wire/plain-answer.ts';
import type { Answer, Citation, SentenceEvent } from '../../wire/types.ts';

/** Where a sentence stands in the message, and what it cites. */
export interface Span {
  /** Offsets in the message in UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
  citation: Citation;
}

/** Chat clients render Markdown, where a single line break is only a space. */
function keepLineEnds(text: string): string {
  return text.replace(/(?<=[^\n])\n(?=[^\n])/g, '  \n');
}

/** The message as it grows. */
export interface ChatText {
  /** The text that a sentence adds. */
  addSentence(event: SentenceEvent): string;
  /** The text below the sentences, or the whole message if the report does not answer. */
  finish(answer: Answer): string;
  /** The message so far. */
  text(): string;
  spans(): readonly Span[];
}

export function startChatText(): ChatText {
  let text = '';
  let group: string | undefined;
  let isAround = false;
  const spans: Span[] = [];
  const add = (more: string) => {
    text += more;
    return more;
  };
  return {
    addSentence: ({ sentence, citations, group: next, around = false }) => {
      const opening = next === undefined || next === group ? '' : `${escapeMarkdown(next)}: `;
      const isParagraph = opening !== '' || around !== isAround;
      const separator = text === '' ? '' : isParagraph ? '\n\n' : ' ';
      group = next;
      isAround = around;
      const marks = sentence.citations.map((number) => `[${number}]`).join('');
      const words = `${escapeMarkdown(sentence.text)} ${marks}`.trimEnd();
      const start = text.length + separator.length + opening.length;
      const added = add(keepLineEnds(`${separator}${opening}${words}`));
      spans.push(...citations.map((citation) => ({ start, end: text.length, citation })));
      return added;
    },
    finish: (answer) => {
      const silent = (answer.groups ?? []).filter(({ sentences }) => sentences.length === 0);
      const parts = [
        ...(answer.status === 'answered' ? [] : [answer.answer]),
        ...silent.map(({ label }) => `${label}: Not stated.`),
        ...showRemarks(answer),
        showFootnotes(answer),
      ].filter((part) => part !== '');
      const separator = text === '' || parts.length === 0 ? '' : '\n\n';
      return add(`${separator}${keepLineEnds(escapeMarkup(parts.join('\n\n')))}`);
    },
    text: () => text,
    spans: () => spans,
  };
}

/** An earlier message of ours, without the places below its sentences. */
export function withoutFootnotes(message: string): string {
  const [body = ''] = message.split(
    /\n\n(?=Understood as: |Warning: |\[\d+\] |\d+ of \d+ chapters? looked at|What has no source |Elsewhere:|The nearest passages, )/,
  );
  return unescapeMarkdown(body.replaceAll('  \n', '\n'));
}
