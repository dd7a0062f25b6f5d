import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from './config/settings.ts';

/**
 * Who may use whom. A row is a folder of src, or a file in its root; a folder within a folder may have a row of its own.
 * What is named here may be used with all below it; what is not named is not allowed.
 */
const mayUse: Record<string, readonly string[]> = {
  // The nouns, and words about them.
  core: [],
  text: [],
  files: [],
  wire: ['core', 'text'],
  // Answers in the formats of other programs, for whoever hands them out.
  cite: ['text', 'wire'],
  config: ['core'],
  // Work on foreign files, in a process of its own.
  quarantine: ['core'],
  ocr: ['core', 'config'],
  // The parts: each knows the seams, none who puts it to use.
  language: ['core'],
  subjects: ['core'],
  compare: ['core', 'text', 'wire'],
  reading: ['core', 'text', 'wire'],
  networks: ['core', 'files', 'language'],
  chat: ['core', 'config'],
  search: ['core'],
  store: ['core', 'files', 'config', 'language', 'search'],
  ingest: ['core', 'text', 'files', 'config', 'quarantine', 'ocr', 'language', 'compare', 'search', 'store'],
  answer: ['core', 'text', 'wire', 'language', 'subjects', 'search'],
  converse: ['core', 'wire', 'subjects', 'answer'],
  verify: ['core', 'text', 'language', 'subjects', 'answer'],
  // Where the documents support a written sentence, and a draft's: search and verify put to use together.
  claims: ['core', 'text', 'wire', 'language', 'search', 'answer', 'verify'],
  write: ['core', 'text', 'config', 'wire', 'language', 'subjects', 'answer', 'verify'],
  // The pages as pictures, for whoever shows them.
  pictures: ['core', 'quarantine'],
  // The composition root.
  assistant: [
    'core',
    'text',
    'wire',
    'config',
    'quarantine',
    'ocr',
    'language',
    'compare',
    'reading',
    'networks',
    'chat',
    'search',
    'store',
    'ingest',
    'answer',
    'converse',
    'verify',
    'claims',
    'write',
  ],
  // For other programs: the only barrel.
  library: ['core', 'wire', 'config', 'assistant'],
  // The page runs in a browser: it knows the server by its wire alone.
  page: ['text', 'wire', 'cite'],
  // The doors: each uses the assistant, and none another but that http carries what mcp answers.
  mcp: ['core', 'text', 'wire', 'config', 'assistant'],
  http: ['core', 'text', 'wire', 'cite', 'config', 'pictures', 'assistant', 'mcp'],
  // The workshop measures and fits the parts themselves, on documents that it sets.
  'workshop/typeset': ['core'],
  'workshop/evaluate': ['core', 'text', 'wire', 'assistant'],
  'workshop/evaluate/reports': ['config'],
  'workshop/evaluate/structure': ['ingest', 'workshop/typeset'],
  'workshop/tune': [
    'core',
    'text',
    'language',
    'networks',
    'subjects',
    'search',
    'answer',
    'verify',
    'workshop/evaluate',
  ],
  'workshop/bench': [
    'core',
    'text',
    'config',
    'language',
    'networks',
    'search',
    'store',
    'answer',
    'pictures',
    'assistant',
    'http',
    'workshop/evaluate',
  ],
  'workshop/attack': [
    'core',
    'text',
    'quarantine',
    'config',
    'language',
    'store',
    'ingest',
    'verify',
    'claims',
    'pictures',
    'assistant',
    'http',
    'workshop/typeset',
    'workshop/evaluate',
  ],
  // The command line opens the doors.
  cli: [
    'core',
    'text',
    'wire',
    'cite',
    'config',
    'reading',
    'assistant',
    'claims',
    'pictures',
    'mcp',
    'http',
    'workshop',
  ],
  'cli/commands': ['search'],
  'cli/actions': ['language', 'networks', 'search', 'store', 'answer', 'verify'],
};

/** Which files import a package; a folder ends with a slash. What is not named is imported nowhere. */
const importers: Record<string, readonly string[]> = {
  zod: [
    'core/fitted-on.ts',
    'config/',
    'wire/',
    'networks/',
    'search/',
    'store/',
    'answer/',
    'verify/',
    'workshop/',
    'mcp/',
    'http/',
  ],
  'pdfjs-dist': ['ingest/pdf/', 'pictures/page-drawer.ts'],
  'tesseract.js': ['ocr/tesseract.ts'],
  'pdf-parse': ['workshop/bench/measure-pictures.ts'],
  '@xenova/transformers': ['networks/load-transformers.ts', 'workshop/bench/tutorial-embeddings.ts'],
  '@huggingface/tokenizers': ['networks/tokenizer.ts'],
  'onnxruntime-node': ['networks/onnx-runtime.ts'],
  'hnswlib-node': ['store/disk/graph.ts'],
  pg: ['store/postgres/connect.ts'],
  pgvector: ['store/postgres/connect.ts'],
  'word-list': ['language/en/dictionary.ts'],
  'world-countries': ['subjects/countries.ts'],
  langchain: ['chat/load-chat.ts'],
  '@langchain/core': [
    'chat/chat.ts',
    'chat/load-chat.ts',
    'assistant/retriever.ts',
    'store/disk/graph.ts',
    'workshop/bench/',
  ],
  '@langchain/community': ['store/disk/graph.ts', 'workshop/bench/'],
  '@langchain/textsplitters': ['workshop/bench/'],
  tinybench: ['workshop/bench/'],
  hono: [
    'http/',
    'workshop/evaluate/report/charts.ts',
    'workshop/evaluate/report/render-html.ts',
    'workshop/evaluate/report/render-junit.ts',
    'workshop/evaluate/report/report-page.ts',
    'cli/show/render-checks.ts',
    'cli/show/render-reading.ts',
  ],
  '@hono/node-server': ['http/serve.ts'],
  '@hono/zod-openapi': ['http/'],
  pino: ['http/app-options.ts', 'http/operate/open-log.ts', 'http/operate/request-log.ts'],
  'prom-client': ['http/operate/metrics.ts'],
  '@modelcontextprotocol/sdk': ['mcp/'],
  commander: ['cli/'],
  diff: ['compare/word-changes.ts'],
  'string-width': ['text/columns.ts'],
  preact: ['page/'],
};

/** Parts that compute and touch nothing: no disk, no network, no clock of Node's. */
const pure = [
  'core',
  'text',
  'wire',
  'language',
  'subjects',
  'compare',
  'answer',
  'page',
  'verify',
  'write',
  'converse',
  'claims',
];
/** But for its fitted weights, which are a file beside it, and the dictionary and the countries, files of their packages. */
const impure = [
  'answer/choose/linear-model.ts',
  'answer/premise/premise-model.ts',
  'verify/verify-model.ts',
  'language/en/dictionary.ts',
  'subjects/countries.ts',
];

/** What only some files may do, as it looks in the source. */
const onlyHere: { what: string; pattern: RegExp; files: readonly string[] }[] = [
  {
    what: 'reads the environment, or sets it',
    pattern: /\bprocess\.env\b/,
    files: ['config/environment.ts', 'networks/onnx-runtime.ts'],
  },
  {
    what: 'prints or ends the process',
    pattern: /\bconsole\.|\bprocess\.(?:stdout|stderr|exit|exitCode)\b/,
    files: ['cli/'],
  },
  { what: 'has a default export', pattern: /^export default\b/m, files: [] },
];

interface SourceFile {
  /** Below src, with forward slashes: "cli/ask.ts". */
  path: string;
  /** Without comments. */
  code: string;
  /** What it imports: files below src as paths, packages by name, Node's own as "node:…". */
  imports: string[];
}

const sourceFolder = join(packageRoot, 'src');

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** What a specifier names: a file below src, or a package without the path into it. */
function resolveImport(specifier: string, importer: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(importer), specifier)).replaceAll('\\', '/');
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function findImports(code: string, importer: string): string[] {
  const statements =
    /\b(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\b(?:import\s*\(?|require\()\s*'([^']+)'/g;
  return [...code.matchAll(statements)].map((match) => resolveImport(match[1] ?? match[2] ?? '', importer));
}

/** What is loaded along with a file: neither types nor what it imports when it needs it. */
function findLoaded(code: string, importer: string): string[] {
  const statements = /^(?:import|export)\b(?!\s+type\b)(?:[^'";()]*?\bfrom)?\s*'([^']+)'/gm;
  return [...code.matchAll(statements)].map(([, specifier = '']) => resolveImport(specifier, importer));
}

const files: SourceFile[] = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .sort()
  .map((path) => {
    const code = withoutComments(readFileSync(join(sourceFolder, path), 'utf8'));
    return { path, code, imports: findImports(code, path) };
  });
const product = files.filter(({ path }) => !path.startsWith('testing/'));

/** The parts that a file lies in, the widest first: "cli" and "cli/commands" of "cli/commands/ask.ts". */
function partsOf(path: string): string[] {
  const names = path.replace(/\.tsx?$/, '').split('/');
  return names.map((_, depth) => names.slice(0, depth + 1).join('/'));
}

/** The rows of a file: that of its folder, and that of a folder within it. */
function rowsOf(path: string): string[] {
  return partsOf(path).filter((part) => part in mayUse);
}

function isIn(path: string, places: readonly string[]): boolean {
  return places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));
}

function isFile(name: string): boolean {
  return /\.(?:tsx?|json)$/.test(name);
}

/** The first cycle among files, as a path that ends where it begins. */
function findCycle(): string[] {
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports.filter(isFile)]));
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of importsOf.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const { path } of files) {
    const cycle = walk(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

describe('the layers', () => {
  it('are read from all import statements', () => {
    expect(product.length).toBeGreaterThan(80);
    const byPath = new Map(files.map(({ path, imports }) => [path, imports]));
    expect(byPath.get('networks/load-transformers.ts')).toContain('@xenova/transformers');
    expect(byPath.get('networks/encoder.ts')).toContain('core/networks.ts');
    expect(byPath.get('store/disk/graph.ts')).toContain('hnswlib-node');
    expect(byPath.get('ingest/pdf/pdf-reader.ts')).toContain('pdfjs-dist');
    expect(
      findImports("import './a.ts';\nexport {\n  b,\n} from '../b.ts';\nawait import('c/d');", 'x/y.ts'),
    ).toEqual(['x/a.ts', 'b.ts', 'c']);
  });

  it('have a row for every part, and no row for a part that is gone', () => {
    expect(product.filter(({ path }) => rowsOf(path).length === 0).map(({ path }) => path)).toEqual([]);
    const rows = new Set(product.flatMap(({ path }) => rowsOf(path)));
    expect(Object.keys(mayUse).filter((row) => !rows.has(row))).toEqual([]);
  });

  it('use only what their row allows', () => {
    const violations = product.flatMap(({ path, imports }) => {
      const rows = rowsOf(path);
      const allowed = [...rows, ...rows.flatMap((row) => mayUse[row] ?? [])];
      return imports
        .filter((name) => isFile(name) && !partsOf(name).some((part) => allowed.includes(part)))
        .map((name) => `${path} uses ${name}`);
    });
    expect(violations).toEqual([]);
  });

  it('allow no more than is used', () => {
    const unused = Object.entries(mayUse).flatMap(([row, allowed]) => {
      const users = product.filter(({ path }) => rowsOf(path).includes(row));
      const used = new Set(users.flatMap(({ imports }) => imports.flatMap(partsOf)));
      return allowed.filter((part) => !used.has(part)).map((part) => `${row} does not use ${part}`);
    });
    expect(unused).toEqual([]);
  });

  it('point one way: no row uses one below it', () => {
    const rows = Object.keys(mayUse);
    const upward = Object.entries(mayUse).flatMap(([row, used]) =>
      used
        .filter((one) =>
          rows.some((other) => other.startsWith(one) && rows.indexOf(other) >= rows.indexOf(row)),
        )
        .map((one) => `${row} uses ${one}`),
    );
    expect(upward).toEqual([]);
  });

  it('leave a database out where none is asked for: one file alone loads what reaches pg, when it must', () => {
    const reaching = product.filter(
      ({ path, imports }) =>
        imports.some((name) => name === 'store/postgres/database-home.ts') &&
        !path.startsWith('store/postgres/'),
    );
    expect(reaching.map(({ path }) => path)).toEqual(['store/choose-home.ts']);
    expect(reaching[0]?.code).not.toMatch(/from '\.\/postgres\/database-home\.ts'/);
  });

  it('load with the command line what help needs: what a command does comes when it runs', () => {
    const byPath = new Map(files.map(({ path, code }) => [path, findLoaded(code, path)]));
    const loaded = new Set(['cli/main.ts']);
    for (const path of loaded) for (const name of byPath.get(path) ?? []) loaded.add(name);
    const reached = [...loaded].filter((name) => !name.startsWith('node:'));
    expect(reached).toContain('cli/commands/ask.ts');
    const light = /^(?:cli|core|config)\/|^(?:commander|zod)$/;
    expect(reached.filter((name) => !light.test(name)).sort()).toEqual([
      'assistant/fitted-parts.ts',
      'cite/citation-formats.ts',
      'search/ranking-parts.ts',
      'text/control-signs.ts',
      'wire/kinds.ts',
      'workshop/attack/family-names.ts',
      'workshop/evaluate/questions/eval-kinds.ts',
    ]);
    expect(reached.filter((name) => name.startsWith('cli/actions/'))).toEqual([]);
  });

  it('leave the schemas on the server: the page takes of the wire its types', () => {
    const taken = product
      .filter(({ path }) => path.startsWith('page/'))
      .flatMap(({ path, imports }) => imports.map((name) => ({ path, name })));
    expect(taken.some(({ name }) => name === 'wire/types.ts')).toBe(true);
    expect(taken.filter(({ name }) => name.startsWith('wire/') && name !== 'wire/types.ts')).toEqual([]);
  });

  it('have no circle of files', () => {
    expect(findCycle()).toEqual([]);
  });

  it('keep each kind of document apart: it uses only core, and only the choice among kinds uses it', () => {
    // A folder for each kind, but for the rules that all kinds share.
    const kindFolder = /^ingest\/(?!layout\/|structure\/|trace\/)[a-z-]+\//;
    const kinds = product.filter(({ path }) => kindFolder.test(path));
    expect(kinds.map(({ path }) => path)).toContain('ingest/pdf/pdf-reader.ts');
    const folderOf = (path: string) => path.split('/').slice(0, 2).join('/');
    const outward = kinds.flatMap(({ path, imports }) =>
      imports
        .filter((name) => isFile(name) && !name.startsWith('core/') && folderOf(name) !== folderOf(path))
        .map((name) => `${path} uses ${name}`),
    );
    expect(outward).toEqual([]);
    const inward = product.filter(
      ({ path, imports }) =>
        !kinds.some((kind) => kind.path === path) && imports.some((name) => kindFolder.test(name)),
    );
    expect(inward.map(({ path }) => path)).toEqual(['ingest/choose-reader.ts']);
  });

  it('know nothing of the tests: only tests use testing/', () => {
    const violations = product.filter(({ imports }) => imports.some((name) => name.startsWith('testing/')));
    expect(violations.map(({ path }) => path)).toEqual([]);
  });
});

describe('packages', () => {
  it('are imported where the table says, and nowhere else', () => {
    const violations = product.flatMap(({ path, imports }) =>
      imports
        .filter((name) => !isFile(name) && !name.startsWith('node:'))
        .filter((name) => !isIn(path, importers[name] ?? []))
        .map((name) => `${path} imports ${name}`),
    );
    expect(violations).toEqual([]);
  });

  it('in the table are imported indeed', () => {
    const unused = Object.entries(importers).flatMap(([name, places]) =>
      places
        .filter(
          (place) => !product.some(({ path, imports }) => imports.includes(name) && isIn(path, [place])),
        )
        .map((place) => `${place} does not import ${name}`),
    );
    expect(unused).toEqual([]);
  });

  it('of Node are not used by what only computes', () => {
    const violations = product.flatMap(({ path, imports }) =>
      rowsOf(path).some((row) => pure.includes(row)) && !impure.includes(path)
        ? imports.filter((name) => name.startsWith('node:')).map((name) => `${path} imports ${name}`)
        : [],
    );
    expect(violations).toEqual([]);
  });
});

describe('only some files', () => {
  it.each(onlyHere)('$what', ({ pattern, files: places }) => {
    const found = product.filter(({ code }) => pattern.test(code)).map(({ path }) => path);
    expect(found.filter((path) => !isIn(path, places))).toEqual([]);
    expect(places.filter((place) => !found.some((path) => isIn(path, [place])))).toEqual([]);
  });
});

describe('CONTRIBUTING', () => {
  const contributing = readFileSync(join(packageRoot, 'CONTRIBUTING.md'), 'utf8');

  it('shows what each folder may use, as held here', () => {
    const rows = [...contributing.matchAll(/^\| `([\w/]+)` \|.*\| ([\w/, –]+) \|$/gm)].map(
      ([, row = '', used = '']) => [row, used === '–' ? [] : used.split(', ')],
    );
    expect(Object.fromEntries(rows)).toEqual(mayUse);
    expect(rows.map(([row]) => row)).toEqual(Object.keys(mayUse));
  });

  it('names no file or folder that is gone', () => {
    const names = [...contributing.matchAll(/`(\w[\w./-]*(?:\/[\w.-]*|\.(?:ts|json|mjs|md)))`/g)].map(
      ([, name = '']) => name,
    );
    const ends = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    const isThere = (name: string) =>
      existsSync(join(packageRoot, name)) ||
      ends.some((path) => `/${path}/`.endsWith(`/${name.replace(/\/$/, '')}/`));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });
});
