import { afterEach, describe, expect, it, vi } from 'vitest';
import { colored } from '../testing/fake-session.ts';
import { processTerminal, wrapText, wrapWords } from './terminal.ts';

const title = 'Fragmented Europe: Dealing with China as a technology and innovation power';

describe('wrapText', () => {
  it('breaks at blanks, fills lines up to the width, and indents them', () => {
    expect(wrapText(title, 30, '  ', '- ')).toBe(
      ['- Fragmented Europe: Dealing', '  with China as a technology', '  and innovation power'].join('\n'),
    );
    // "- Fragmented Europe: Dealing" is 28 wide: at 28 it fits, at 27 it does not.
    expect(wrapText('Fragmented Europe: Dealing', 28, '  ', '- ')).toBe('- Fragmented Europe: Dealing');
    expect(wrapText('Fragmented Europe: Dealing', 27, '  ', '- ')).toBe('- Fragmented Europe:\n  Dealing');
  });

  it('leaves a word that is wider than the line whole', () => {
    const link = 'https://www.tillvaxtanalys.se/publikationer/statistik/statistikserien';
    expect(wrapText(`Source: ${link} (2025)`, 20)).toBe(`Source:\n${link}\n(2025)`);
  });

  it('takes any white space for one blank, and gives the indent alone for no text', () => {
    expect(wrapText('  a \n b ', 80, '> ')).toBe('> a b');
    expect(wrapText('', 80, '  ')).toBe('  ');
  });
});

describe('wrapWords', () => {
  it('keeps a word with blanks whole, and does not count colours', () => {
    const place = colored('cyan', '[Sweden, p. 181]');
    expect(wrapWords(['since', '2013.', place], 28)).toBe(`since 2013. ${place}`);
    expect(wrapWords(['since', '2013.', place], 27)).toBe(`since 2013.\n${place}`);
    expect(wrapWords(['a', 'b'], 8, '', `${colored('red', 'FAIL')}  `)).toBe(
      `${colored('red', 'FAIL')}  a\nb`,
    );
  });
});

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
