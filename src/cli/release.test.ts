import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';

interface Release {
  closeSection(changelog: string, version: string): { changelog: string; notes: string };
  setVersion(text: string, version: string): string;
  listSums(files: readonly { name: string; bytes: Uint8Array }[]): string;
}

const { closeSection, setVersion, listSums }: Release = await import(
  pathToFileURL(join(packageRoot, 'bin', 'release.mjs')).href
);

const changelog = '# Changelog\n\nNewest first.\n\n## Unreleased\n\n- Tags.\n\n## 0.1.0\n\n- Answers.\n';

describe('a release', () => {
  it('closes the top section of the changelog, and takes it for its notes', () => {
    expect(closeSection(changelog, '0.2.0')).toEqual({
      changelog: changelog.replace('Unreleased', '0.2.0'),
      notes: '# 0.2.0\n\n- Tags.\n',
    });
    expect(closeSection('# Changelog\n\n## 0.1.0\n\n- Answers.\n', '0.1.0').notes).toBe(
      '# 0.1.0\n\n- Answers.\n',
    );
  });

  it('is refused where the changelog says nothing of it', () => {
    const old = changelog.replace('## Unreleased\n\n- Tags.\n\n', '');
    expect(() => closeSection(old, '0.2.0')).toThrow(
      'CHANGELOG.md begins with “0.1.0”. Write what a user notices of 0.2.0 above it, under “## Unreleased”.',
    );
    expect(() => closeSection(changelog.replace('- Tags.\n', ''), '0.2.0')).toThrow(
      'CHANGELOG.md says nothing of 0.2.0.',
    );
  });

  it.each(['package.json', 'package-lock.json'])('changes nothing of %s but the version', (name) => {
    const text = readFileSync(join(packageRoot, name), 'utf8');
    const { version } = JSON.parse(text);
    expect(setVersion(text, version)).toBe(text);
    const lines = text.split('\n');
    const changed = setVersion(text, '9.8.7')
      .split('\n')
      .filter((line, index) => line !== lines[index]);
    expect(new Set(changed.map((line) => line.trim()))).toEqual(new Set(['"version": "9.8.7",']));
  });

  it('has sums that sha256sum reads', () => {
    expect(listSums([{ name: 'a.md', bytes: Buffer.from('abc') }])).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.md\n',
    );
  });
});
