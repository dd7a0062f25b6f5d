import { afterEach, describe, expect, it, vi } from 'vitest';
import { processTerminal } from './terminal.ts';

describe("the process's terminal", () => {
  const original = {
    out: { isTTY: process.stdout.isTTY, columns: process.stdout.columns },
    err: { isTTY: process.stderr.isTTY },
  };

  function stub(isTTY: boolean, columns?: number): void {
    Object.assign(process.stdout, { isTTY, columns });
    Object.assign(process.stderr, { isTTY });
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
    expect(terminal.paint('cyan', 'p. 84')).toBe('\u001b[36mp. 84\u001b[39m');
    expect(terminal.paintError('dim', 'read')).toBe('\u001b[2mread\u001b[22m');
  });

  it('sets no line wider than 100 columns, and 80 where the width is not known', () => {
    stub(true, 220);
    expect(processTerminal().width).toBe(100);
    stub(true, 0);
    expect(processTerminal().width).toBe(80);
    stub(false);
    expect(processTerminal().width).toBe(80);
  });

  it('is plain in a pipe', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm-256color');
    stub(false);
    const terminal = processTerminal();
    expect(terminal.isInteractive).toBe(false);
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
