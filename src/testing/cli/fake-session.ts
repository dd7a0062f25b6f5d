/** A session for tests: a terminal that records what is printed, and the settings of a temporary folder. */
import { styleText } from 'node:util';
import type { LineReader } from '../../cli/chat/line-reader.ts';
import type { Session } from '../../cli/chat/session.ts';
import type { OpenPage } from '../../cli/open-page.ts';
import type { OpenPdf } from '../../cli/open-pdf.ts';
import type { Paint, Terminal } from '../../cli/terminal.ts';
import { loadConfig, loadTokens } from '../../config/settings.ts';

export const plain: Paint = (_, text) => text;
export const colored: Paint = (style, text) => styleText(style, text, { validateStream: false });

export interface FakeTerminal extends Terminal {
  /** Everything printed on standard output so far. */
  printed(): string;
  /** Everything printed on standard error so far. */
  complained(): string;
}

export function fakeTerminal(options: Partial<Terminal> = {}): FakeTerminal {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    clearLine: () => void err.push('\r\u001b[K'),
    width: 80,
    rowWidth: Number.POSITIVE_INFINITY,
    isInteractive: false,
    tellsStages: false,
    paint: plain,
    paintError: plain,
    ...options,
    printed: () => out.join(''),
    complained: () => err.join(''),
  };
}

/** Input lines as if piped or typed; `interrupt` acts as Ctrl-C. */
export function fakeLines(texts: readonly string[] = [], isInteractive = false) {
  let handler = () => {};
  let isClosed = false;
  const prompts: number[] = [];
  const lines: LineReader = {
    isInteractive,
    prompt: () => void prompts.push(prompts.length),
    onInterrupt: (given) => {
      handler = given;
    },
    close: () => {
      isClosed = true;
    },
    async *[Symbol.asyncIterator]() {
      for (const text of texts) {
        if (isClosed) return;
        yield text;
      }
    },
  };
  return { lines, interrupt: () => handler(), prompts, isClosed: () => isClosed };
}

/** A session. `environment` is the only source of settings, `input` is standard input, `lines` are what is typed. */
export function fakeSession(
  environment: Record<string, string> = {},
  terminal = fakeTerminal(),
  {
    input = '',
    lines = fakeLines().lines,
    openPdf = async () => null,
    openPage = async () => false,
  }: { input?: string; lines?: LineReader; openPdf?: OpenPdf; openPage?: OpenPage } = {},
): Session {
  return {
    terminal,
    config: (flags) => loadConfig(flags, environment, '/nowhere'),
    tokens: () => loadTokens(environment),
    readLines: () => lines,
    readInput: async () => new TextEncoder().encode(input),
    openPdf,
    openPage,
    version: '1.2.3',
    isClone: true,
  };
}
