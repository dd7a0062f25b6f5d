import { describe, expect, it } from 'vitest';
import { fakeSession } from '../../testing/cli/fake-session.ts';
import { createProgram } from '../create-program.ts';
import { completeWords } from './complete-words.ts';

const program = createProgram(fakeSession());
const complete = (...words: string[]) => {
  const { candidates, lookup } = completeWords(program, words);
  return { words: candidates.map(({ word }) => word), lookup };
};

describe('what may follow', () => {
  it('verse are the commands that its help lists, and files', () => {
    const { words, lookup } = complete('');
    expect(words).toEqual(expect.arrayContaining(['ask', 'verify', 'serve', 'completion', 'help']));
    expect(words).not.toContain('__complete');
    expect(lookup).toBe('files');
  });

  it('a command that has some of its own are those', () => {
    expect(complete('token', '').words).toEqual(['add', 'list', 'remove', 'help']);
  });

  it('a dash are the options of the command, those of all commands and --help', () => {
    expect(complete('verify', '-').words).toEqual(
      expect.arrayContaining(['--chapter', '--page', '--out', '--json', '--index', '--progress', '--help']),
    );
    expect(complete('list', '--').words).not.toContain('--chapter');
  });

  it.each([
    [['ask', '--chapter', ''], 'chapters'],
    [['ask', '-c', 'Ger'], 'chapters'],
    [['ask', '--tag', '=', '10'], 'tags'],
    [['--index', 'x', 'search', '-d', ''], 'documents'],
    [['remove', 'a', 'b', ''], 'documents'],
    [['compare', 'a', ''], 'documents'],
    [['tag', 'a', '10-K', ''], 'tags'],
    [['add', '--tag', 'x', ''], 'files'],
    [['verify', '--out', ''], 'files'],
    [['--index', ''], 'files'],
  ])('%j is looked up', (words, lookup) => {
    expect(complete(...words)).toEqual({ words: [], lookup });
  });

  it.each([
    [
      ['tune', '--only', ''],
      ['ranking', 'answers', 'premise', 'verifier'],
    ],
    [
      ['eval', '--split', 't'],
      ['dev', 'test'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
  ])('%j is one of a few', (words, choices) => {
    expect(complete(...words)).toEqual({ words: choices, lookup: undefined });
  });

  it.each([
    [['ask', '--json', 'Who']],
    [['list', '']],
    [['compare', 'a', 'b', '']],
    [['ask', '-n', '']],
  ])('%j is anything', (words) => {
    expect(complete(...words)).toEqual({ words: [], lookup: undefined });
  });
});
