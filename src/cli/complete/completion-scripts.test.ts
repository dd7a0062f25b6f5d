/** The scripts in their shells, over the small report. Shells that are missing are left out, and `.ci/run` fails then. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeDocument } from '../../assistant/change-document.ts';
import { ingestDocuments } from '../../assistant/ingest-documents.ts';
import { processEnvironment } from '../../config/environment.ts';
import { loadConfig } from '../../config/settings.ts';
import { type BuiltPackage, buildPackage } from '../../testing/build-package.ts';
import { makeReport, poland, sweden } from '../../testing/documents/small-report.ts';
import { completionScripts, shells } from './completion-scripts.ts';

const has = (shell: string) => spawnSync(shell, ['--version'], { stdio: 'ignore' }).status === 0;

let built: BuiltPackage;
let root = '';
let environment: Record<string, string> = {};
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'verse-complete-'));
  mkdirSync(join(root, 'bin'));
  built = buildPackage();
  const program = join(built.folder, 'bin', 'verse.mjs');
  writeFileSync(join(root, 'bin', 'verse'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(join(root, 'bin', 'verse'), 0o755);
  writeFileSync(join(root, 'etnc 2026.pdf'), makeReport([sweden, poland]));
  environment = {
    HOME: root,
    VERSE_INDEX: join(root, 'index'),
    PATH: `${join(root, 'bin')}${delimiter}${processEnvironment.PATH}`,
  };
  const config = loadConfig({}, environment, root);
  await ingestDocuments(config, [join(root, 'etnc 2026.pdf')]);
  await changeDocument(config, 'etnc 2026', { tags: ['think tanks'] });
  for (const shell of shells) writeFileSync(join(root, shell), completionScripts[shell]);
});
afterAll(() => {
  built.remove();
  rmSync(root, { recursive: true, force: true });
});

const run = (shell: string, ...args: string[]) =>
  execFileSync(shell, args, { cwd: root, env: environment, encoding: 'utf8' });

describe.skipIf(!has('bash'))('in bash', () => {
  /** What the shell offers for the last word. */
  function offers(...words: string[]): string[] {
    const line = ['verse', ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
    const ask = `source ./bash; COMP_WORDS=(${line}); COMP_CWORD=${words.length}; _verse; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return run('bash', '--norc', '-c', ask).trimEnd().split('\n');
  }

  it('are offered commands, options, documents, tags and chapters, as they must be typed', () => {
    expect(offers('veri')).toEqual(['verify']);
    expect(offers('serve', '--wa')).toEqual(['--watch']);
    expect(offers('remove', '')).toEqual(['etnc\\ 2026']);
    expect(offers('ask', '--tag', 'th')).toEqual(['think\\ tanks']);
    expect(offers('ask', '-c', 'pol')).toEqual(['Poland']);
    expect(offers('ask', '-c', '"Sw')).toEqual(['Sweden']);
  });

  it('are offered names within quotation marks so that nothing of them ends these, or is run', async () => {
    const tag = `it's "$(run)" \`run\` \\`;
    const config = loadConfig({}, environment, root);
    await changeDocument(config, 'etnc 2026', { tags: ['think tanks', tag] });
    for (const mark of ['"', "'"]) {
      const [offered] = offers('ask', '--tag', `${mark}it`);
      expect(run('bash', '--norc', '-c', `printf %s ${mark}${offered}${mark}`)).toBe(tag);
    }
  });

  it('are offered files where one is read', () => {
    expect(offers('add', 'etn')).toEqual(['etnc 2026.pdf']);
  });

  it('are offered nothing where there is no index, and no complaint', () => {
    rmSync(join(root, 'index'), { recursive: true });
    expect(offers('ask', '-c', '')).toEqual(['']);
  });
});

for (const shell of shells) {
  it.skipIf(!has(shell))(`the script of ${shell} is one that it can read`, () => {
    run(shell, '-n', `./${shell}`);
  });
}

it.skipIf(!has('fish'))('in fish they are offered with what they do', () => {
  expect(run('fish', '--no-config', '-c', "source ./fish; complete -C 'verse serve --wa'")).toMatch(
    /^--watch\tread PDFs/,
  );
});
