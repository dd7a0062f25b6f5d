import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { thisInstallation } from './folders.ts';
import { installCommand } from './install-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-install-'));
  mkdirSync(join(folder, 'node_modules', 'chapter-and-verse'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = () => ({
  ...thisInstallation,
  isClone: false,
  root: join(folder, 'node_modules', 'chapter-and-verse'),
});

it('a clone and a project take packages as any project does', () => {
  expect(installCommand(['tesseract.js', '@tesseract.js-data/eng'])).toBe(
    'npm install tesseract.js @tesseract.js-data/eng',
  );
  writeFileSync(join(folder, 'package.json'), '{}');
  expect(installCommand(['@langchain/ollama'], inFolder())).toBe('npm install @langchain/ollama');
});

it('a program that was installed for all folders finds what is installed so', () => {
  expect(installCommand(['@langchain/ollama'], inFolder())).toBe('npm install -g @langchain/ollama');
});
