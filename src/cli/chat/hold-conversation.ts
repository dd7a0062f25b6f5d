/** Reads lines from the keyboard or a pipe; each is a question or a command. */
import { VerseError } from '../../core/errors.ts';
import type { Terminal } from '../terminal.ts';
import type { LineReader } from './line-reader.ts';
import { startTalk, type Talk, type TalkOptions } from './talk.ts';

const help = `/new    begins a new conversation: follow-ups are no longer understood from the one so far
/pages  lists the pages cited so far
/help   shows this
/quit   ends, as Ctrl-D does; Ctrl-C stops the answer under way
`;

/** Words people type without the slash; none of them is a question. */
const commandOf: ReadonlyMap<string, string> = new Map([
  ['quit', '/quit'],
  ['exit', '/quit'],
  ['help', '/help'],
]);

/** Errors that every further question would meet too: an unknown scope, a chat model that is not configured. */
function isHopeless({ code }: VerseError): boolean {
  return code === 'unknown-document' || code === 'unknown-chapter' || code === 'chat-not-configured';
}

/** Runs a command; false if it ends the conversation. @throws VerseError for an unknown command. */
function obey(command: string, talk: Talk, terminal: Terminal): boolean {
  switch (command) {
    case '/quit':
      return false;
    case '/new':
      talk.forget();
      return true;
    case '/pages':
      terminal.out(talk.listPages());
      return true;
    case '/help':
      terminal.out(help);
      return true;
    default:
      throw new VerseError('bad-input', `${command} is no command.`, '/help lists them.');
  }
}

/** Stops the current answer; without one, the second Ctrl-C ends the conversation. */
function handleInterrupts(lines: LineReader, talk: Talk, terminal: Terminal): { forgive(): void } {
  let isWarned = false;
  lines.onInterrupt(() => {
    if (talk.stop()) return;
    if (isWarned) {
      lines.close();
      return;
    }
    isWarned = true;
    terminal.err('\nCtrl-C again ends the conversation.\n');
    lines.prompt();
  });
  return {
    forgive: () => {
      isWarned = false;
    },
  };
}

/**
 * Answers line by line until `/quit` or the end of input.
 * @returns the failures if input was a pipe; a person has seen them and gone on.
 * @throws VerseError `unknown-document`, `unknown-chapter`, `chat-not-configured`, which every question would meet.
 */
export async function holdConversation(
  lines: LineReader,
  { terminal, json, ...options }: TalkOptions,
): Promise<VerseError[]> {
  const talk = startTalk({ terminal, json, ...options });
  const interrupts = handleInterrupts(lines, talk, terminal);
  const failures: VerseError[] = [];
  const say = (text: string) => {
    if (!json) terminal.out(text);
  };
  const take = async (line: string): Promise<boolean> => {
    if (line === '') return true;
    const command = line.startsWith('/') ? line : commandOf.get(line.toLowerCase());
    if (command !== undefined) return obey(command, talk, terminal);
    // In a pipe the question has not been shown.
    say(lines.isInteractive ? '\n' : `> ${line}\n\n`);
    await talk.ask(line);
    say('\n');
    return true;
  };
  lines.prompt();
  for await (const line of lines) {
    interrupts.forgive();
    try {
      if (!(await take(line.trim()))) return failures;
    } catch (error) {
      if (!(error instanceof VerseError) || isHopeless(error)) throw error;
      terminal.err(`${error.sentence}\n`);
      if (!lines.isInteractive) failures.push(error);
    }
    lines.prompt();
  }
  if (lines.isInteractive) terminal.out('\n');
  return failures;
}
