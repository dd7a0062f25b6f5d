import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultFolders, type Installation, packageRoot, thisInstallation } from './folders.ts';
import { loadConfig } from './settings.ts';

const installed: Installation = {
  root: '/usr/lib/node_modules/chapter-and-verse',
  isClone: false,
  platform: 'linux',
  home: '/home/reader',
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-folders-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('defaultFolders', () => {
  it('are the own ones of a clone, whatever is around it', () => {
    mkdirSync(join(folder, '.verse'));
    expect(thisInstallation).toMatchObject({ root: packageRoot, isClone: true });
    const environment = { XDG_DATA_HOME: '/data' };
    expect(defaultFolders({ ...installed, isClone: true, root: '/clone' }, environment, folder)).toEqual({
      indexDir: '/clone/index',
      corpusDir: '/clone/corpus',
      runsDir: '/clone/evals/runs',
      cacheDir: '/clone/node_modules/.cache/chapter-and-verse',
    });
  });

  it.each([
    ['linux', {}, '/home/reader/.local/share/chapter-and-verse'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/chapter-and-verse'],
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/reader/.local/share/chapter-and-verse'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/reader/Library/Application Support/chapter-and-verse'],
    ['win32', {}, '/home/reader/AppData/Local/chapter-and-verse'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/chapter-and-verse'],
  ] as const)('are the user’s where it is installed: on %s with %j', (platform, environment, expected) => {
    const { indexDir, corpusDir } = defaultFolders({ ...installed, platform }, environment, folder);
    expect(indexDir).toBe(expected);
    expect(corpusDir).toBe(join(expected, 'reports'));
  });

  it.each([
    ['linux', {}, '/home/reader/.cache/chapter-and-verse'],
    ['linux', { XDG_CACHE_HOME: '/cache' }, '/cache/chapter-and-verse'],
    ['linux', { XDG_CACHE_HOME: 'cache' }, '/home/reader/.cache/chapter-and-verse'],
    ['darwin', {}, '/home/reader/Library/Caches/chapter-and-verse'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/chapter-and-verse/cache'],
  ] as const)('keep what can be made anew where the system does: on %s with %j', (platform, environment, expected) => {
    const { cacheDir } = defaultFolders({ ...installed, platform }, environment, folder);
    expect(cacheDir).toBe(expected);
    expect(loadConfig({}, { VERSE_CACHE: '/mine' }, folder, installed).cacheDir).toBe('/mine');
  });

  it('are .verse of the working folder where it is there', () => {
    mkdirSync(join(folder, '.verse'));
    expect(loadConfig({}, {}, folder, installed)).toMatchObject({
      indexDir: join(folder, '.verse'),
      corpusDir: join(folder, '.verse', 'reports'),
      modelsDir: join(installed.root, 'models'),
    });
  });

  it('follow the index that a setting names, whose documents are kept within it', () => {
    mkdirSync(join(folder, '.verse'));
    expect(loadConfig({}, { VERSE_INDEX: '/library' }, folder, installed)).toMatchObject({
      indexDir: '/library',
      corpusDir: '/library/reports',
      runsDir: '/library/runs',
    });
    expect(loadConfig({ indexDir: '/other' }, { VERSE_CORPUS: '/pdfs' }, folder, installed)).toMatchObject({
      indexDir: '/other',
      corpusDir: '/pdfs',
    });
  });
});
