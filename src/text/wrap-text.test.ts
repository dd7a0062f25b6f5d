import { describe, expect, it } from 'vitest';
import { colored } from '../testing/cli/fake-session.ts';
import { wrapText, wrapWords } from './wrap-text.ts';

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

  it('counts two columns for a wide character, and none for an accent that is a character of its own', () => {
    expect(wrapText('Huawei (华为技术) leads', 18)).toBe('Huawei (华为技术)\nleads');
    expect(wrapText('Huawei (华为技术) leads', 23)).toBe('Huawei (华为技术) leads');
    expect(wrapText('Huawei (华为技术) leads', 22)).toBe('Huawei (华为技术)\nleads');
    expect(wrapText('Skoda Škoda', 11)).toBe('Skoda Škoda');
    expect(wrapText('Skoda S\u030ckoda', 11)).toBe('Skoda S\u030ckoda');
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
