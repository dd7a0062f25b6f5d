import { afterEach, describe, expect, it, vi } from 'vitest';
import { columnsOf } from '../text/columns.ts';
import { processTerminal, type Terminal } from './terminal.ts';

describe("the process's terminal", () => {
  const original = {
    out: { isTTY: process.stdout.isTTY, columns: process.stdout.columns },
    err: { isTTY: process.stderr.isTTY },
  };

  function stub(isTTY: boolean, columns?: number): void {
    Object.assign(process.stdout, { isTTY, columns });
    Object.assign(process.stderr, { isTTY });
  }

  /** What reaches the streams. */
  function written(write: (terminal: Terminal) => void): string {
    const chunks: string[] = [];
    const keep = (chunk: unknown) => chunks.push(String(chunk)) > 0;
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation(keep),
    );
    write(processTerminal());
    for (const spy of spies) spy.mockRestore();
    return chunks.join('');
  }

  afterEach(() => {
    Object.assign(process.stdout, original.out);
    Object.assign(process.stderr, original.err);
    vi.unstubAllEnvs();
  });

  it('is coloured, interactive and as wide as the window where both streams are terminals', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm-256color');
    stub(true, 72);
    const terminal = processTerminal();
    expect(terminal).toMatchObject({ width: 72, isInteractive: true });
    expect(written((to) => to.out(to.paint('cyan', 'p. 84')))).toBe('\u001b[36mp. 84\u001b[39m');
    expect(written((to) => to.err(to.paintError(['bold', 'red'], '84')))).toBe(
      '\u001b[1m\u001b[31m84\u001b[39m\u001b[22m',
    );
    expect(columnsOf(terminal.paint('cyan', 'p. 84'))).toBe(5);
  });

  it('sets no line wider than 100 columns, and 80 where the width is not known', () => {
    stub(true, 220);
    expect(processTerminal().width).toBe(100);
    stub(true, 0);
    expect(processTerminal().width).toBe(80);
  });

  it('is plain in a pipe', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm-256color');
    stub(false);
    const terminal = processTerminal();
    expect(terminal).toMatchObject({ isInteractive: false, width: Number.POSITIVE_INFINITY });
    expect(terminal.paint('cyan', 'p. 84')).toBe('p. 84');
    expect(terminal.paintError('dim', 'read')).toBe('read');
  });

  it.each([
    ['NO_COLOR', '1'],
    ['TERM', 'dumb'],
  ])('is plain with %s=%s', (name, value) => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm-256color');
    vi.stubEnv(name, value);
    stub(true, 80);
    expect(processTerminal().paint('cyan', 'p. 84')).toBe('p. 84');
    expect(processTerminal().paintError('dim', 'read')).toBe('read');
  });

  it.each([
    ['a clipboard', '\u001b]52;c;aGk=\u0007', '\ufffd]52;c;aGk=\ufffd'],
    ['a colour', '\u001b[31mred\u001b[0m', '\ufffd[31mred\ufffd[0m'],
    ['a line drawn over', 'ok\r\u009b2KFAIL', 'ok\ufffd\ufffd2KFAIL'],
    ['an order of letters', 'a\u202eb', 'a\ufffdb'],
  ])('writes nothing of a text that sets %s, within our colours and without', (_, text, shown) => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm-256color');
    stub(true, 72);
    expect(written((to) => to.out(`${text} ${to.paint('dim', text)}\n`))).toBe(
      `${shown} \u001b[2m${shown}\u001b[22m\n`,
    );
    expect(written((to) => to.err(text))).toBe(shown);
  });

  it('takes no colour of ours from what was printed before: the text has what was written, not what was painted', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm-256color');
    stub(true, 72);
    const before = written((to) => to.out(to.paint('red', 'FAIL')));
    expect(written((to) => to.out(before))).toBe('\ufffd[31mFAIL\ufffd[39m');
  });

  it('empties a line of its own', () => {
    expect(written((to) => to.clearLine())).toBe('\r\u001b[K');
  });

  it('prints to the two streams of the process', () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const terminal = processTerminal();
    terminal.out('answer');
    terminal.err('progress');
    expect([out.mock.calls, err.mock.calls]).toEqual([[['answer']], [['progress']]]);
    vi.restoreAllMocks();
  });
});
