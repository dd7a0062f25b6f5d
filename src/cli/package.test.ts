import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';

interface Manifest {
  name: string;
  version: string;
  [key: string]: unknown;
}

type Installed = Map<string, Manifest>;

interface BundledPackages {
  findBundled(root: unknown, installed: Installed): Map<string, string[]>;
  bundledManifest(path: string, needs: Map<string, string[]>, installed: Installed): Manifest;
  packageManifest(
    root: unknown,
    needs: Map<string, string[]>,
    installed: Installed,
    platform: object,
  ): Manifest;
}

interface LeftOut {
  isLeftOut(name: string, path: string, platform: string): boolean;
}

interface ProgramFiles {
  programPaths: readonly string[];
  isProgramFile(path: string): boolean;
}

const load = (name: string) => import(pathToFileURL(join(packageRoot, 'bin', 'package', name)).href);
const { findBundled, bundledManifest, packageManifest }: BundledPackages = await load('bundled-packages.mjs');
const { isLeftOut }: LeftOut = await load('left-out.mjs');
const { programPaths, isProgramFile }: ProgramFiles = await load('program-files.mjs');

const root = {
  name: 'chapter-and-verse',
  version: '0.1.0',
  scripts: { test: 'vitest' },
  devDependencies: { vitest: '4.1.12' },
  overrides: { 'onnxruntime-web': 'npm:noop-package@1.0.0' },
  dependencies: { '@xenova/transformers': 'npm:@huggingface/transformers@4.3.1', 'hnswlib-node': '^3.0.0' },
  optionalDependencies: { 'tesseract.js': '7.0.0' },
  peerDependencies: { '@langchain/ollama': '^1.3.0' },
  peerDependenciesMeta: { '@langchain/ollama': { optional: true } },
};
const installed: Installed = new Map(
  Object.entries({
    'node_modules/@xenova/transformers': {
      name: '@huggingface/transformers',
      version: '4.3.1',
      dependencies: { 'onnxruntime-web': '1.31.0-dev', sharp: '^0.35.4' },
    },
    'node_modules/onnxruntime-web': { name: 'noop-package', version: '1.0.0' },
    'node_modules/sharp': { name: 'sharp', version: '0.35.5', dependencies: { semver: '^7.0.0' } },
    'node_modules/semver': { name: 'semver', version: '7.7.0' },
    'node_modules/hnswlib-node': {
      name: 'hnswlib-node',
      version: '3.0.0',
      gypfile: true,
      scripts: { install: 'node-gyp rebuild' },
      dependencies: { bindings: '^1.5.0', 'not-installed': '1.0.0' },
      peerDependencies: { vitest: '4.1.12' },
      peerDependenciesMeta: { vitest: { optional: true } },
    },
    'node_modules/bindings': { name: 'bindings', version: '1.4.0' },
    'node_modules/hnswlib-node/node_modules/bindings': {
      name: 'bindings',
      version: '1.5.0',
      dependencies: { semver: '*' },
    },
    'node_modules/vitest': { name: 'vitest', version: '4.1.12' },
  }),
);

describe('the package that is installed', () => {
  const needs = findBundled(root, installed);

  it('has what the program reaches, each where Node looks for it, and not what only an empty package would need', () => {
    expect([...needs]).toEqual([
      ['', ['node_modules/@xenova/transformers', 'node_modules/hnswlib-node']],
      ['node_modules/@xenova/transformers', ['node_modules/onnxruntime-web', 'node_modules/sharp']],
      ['node_modules/onnxruntime-web', []],
      ['node_modules/sharp', []],
      ['node_modules/hnswlib-node', ['node_modules/hnswlib-node/node_modules/bindings']],
      ['node_modules/hnswlib-node/node_modules/bindings', ['node_modules/semver']],
      ['node_modules/semver', []],
    ]);
  });

  it('asks npm for exactly what it brings, and leaves it nothing to compile, run or look up', () => {
    expect(packageManifest(root, needs, installed, { os: ['linux'], cpu: ['x64'] })).toEqual({
      name: 'chapter-and-verse',
      version: '0.1.0',
      os: ['linux'],
      cpu: ['x64'],
      dependencies: {
        '@xenova/transformers': 'npm:@huggingface/transformers@4.3.1',
        'hnswlib-node': '3.0.0',
      },
      bundleDependencies: ['@xenova/transformers', 'hnswlib-node'],
      peerDependencies: { '@langchain/ollama': '^1.3.0' },
      peerDependenciesMeta: { '@langchain/ollama': { optional: true } },
    });
    expect(bundledManifest('node_modules/hnswlib-node', needs, installed)).toEqual({
      name: 'hnswlib-node',
      version: '3.0.0',
      dependencies: { bindings: '1.5.0' },
    });
    expect(bundledManifest('node_modules/@xenova/transformers', needs, installed).dependencies).toEqual({
      'onnxruntime-web': 'npm:noop-package@1.0.0',
      sharp: '0.35.5',
    });
  });

  it.each([
    ['hnswlib-node', 'build/Release/addon.node', false],
    ['hnswlib-node', 'lib/index.js', false],
    ['hnswlib-node', 'LICENSE.txt', false],
    ['hnswlib-node', 'binding.gyp', true],
    ['hnswlib-node', 'build/Release/obj.target/addon.node', true],
    ['onnxruntime-node', 'bin/napi-v6/linux/x64/libonnxruntime.so.1', false],
    ['onnxruntime-node', 'bin/napi-v6/darwin/arm64/libonnxruntime.dylib', true],
    ['pdfjs-dist', 'legacy/build/pdf.mjs', false],
    ['pdfjs-dist', 'legacy/build/pdf.worker.mjs', false],
    ['pdfjs-dist', 'cmaps/UniGB-UCS2-H.bcmap', false],
    ['pdfjs-dist', 'legacy/build/pdf.mjs.map', true],
    ['pdfjs-dist', 'build/pdf.mjs', true],
    ['zod', 'v4/classic/schemas.d.ts', false],
    ['hono', 'dist/types/hono.d.ts', true],
    ['prom-client', 'README.md', true],
    ['prom-client', 'lib/registry.js', false],
    ['tesseract.js', 'src/index.js', false],
    ['@langchain/core', 'dist/documents/index.cjs', true],
    ['@langchain/core', 'dist/documents/index.js', false],
    ['bindings', 'LICENSE.md', false],
  ])('of %s leaves out what Node never loads: %s, %s', (name, path, expected) => {
    expect(isLeftOut(name, path, 'linux/x64')).toBe(expected);
  });

  it('has the pages that README.md and the guides lead to', () => {
    const isBrought = (path: string) => {
      const folders = path.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));
      return folders.some((one) => programPaths.includes(one)) && folders.every(isProgramFile);
    };
    expect(['dist/cli/main.js.map', 'docs/site/package.json', 'src/library.ts'].filter(isBrought)).toEqual(
      [],
    );
    const guides = readdirSync(join(packageRoot, 'docs', 'guides')).map((name) => `docs/guides/${name}`);
    const links = ['README.md', 'docs/README.md', ...guides].flatMap((page) => {
      const text = readFileSync(join(packageRoot, page), 'utf8');
      return [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) =>
        normalize(join(dirname(page), link)),
      );
    });
    expect(links).toContain('docs/reading-room.jpg');
    expect(links.filter((path) => !isBrought(path))).toEqual([]);
  });

  it('gives npm its manual page in a list: npm links no other', () => {
    const { man } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    expect(man).toEqual(['./docs/reference/verse.1']);
    expect(existsSync(join(packageRoot, 'docs/reference/verse.1'))).toBe(true);
    expect(programPaths).toContain('docs');
  });

  it('keeps the licence of every package', () => {
    const names: string[] = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).dependencies;
    for (const name of Object.keys(names)) {
      for (const file of ['LICENSE', 'LICENSE.md', 'license', 'LICENCE.txt', 'NOTICE.txt'])
        expect(isLeftOut(name, file, 'linux/x64')).toBe(false);
    }
  });
});
