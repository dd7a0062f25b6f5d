import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from './config.ts';

/**
 * Who may use whom. A row is a folder of src, a file of it, or a file in a folder that needs more than the rest;
 * all below it in the list may not be used by it. What is not named is not allowed.
 */
const mayUse: Record<string, readonly string[]> = {
  // The nouns, and words about them.
  types: [],
  errors: [],
  'answer-rate': [],
  wire: ['answer-rate'],
  'kept-run': [],
  'count-noun': [],
  'estimate-tokens': [],
  'escape-markdown': [],
  'align-rows': [],
  'near-names': [],
  words: [],
  'bad-fields': [],
  'bad-request': ['bad-fields', 'errors'],
  places: ['wire'],
  'plain-answer': ['places', 'wire'],
  seams: ['types'],
  config: ['errors', 'answer-rate'],
  prompts: ['config'],
  // The parts: each knows the seams, none who puts it to use.
  models: ['types', 'errors', 'seams', 'config', 'prompts'],
  search: ['types', 'errors', 'seams', 'models'],
  ingest: ['types', 'errors', 'seams', 'search'],
  answer: ['types', 'seams', 'wire', 'words', 'search'],
  verify: ['types', 'seams', 'words', 'models', 'ingest', 'answer'],
  write: [
    'types',
    'errors',
    'count-noun',
    'estimate-tokens',
    'seams',
    'wire',
    'prompts',
    'ingest',
    'answer',
    'verify',
  ],
  converse: ['wire', 'answer'],
  // Where the documents carry a written sentence: search and verify put to use together.
  proof: ['types', 'errors', 'places', 'seams', 'wire', 'search', 'answer', 'verify'],
  // The pages as pictures, for whoever shows them.
  pictures: ['errors'],
  // What the roots hand on.
  scope: ['types', 'errors', 'wire', 'seams', 'near-names'],
  views: ['types', 'wire', 'seams', 'answer'],
  // What a writer's draft says and cites; it checks by the assistant's means, handed in.
  draft: ['types', 'errors', 'wire', 'near-names', 'ingest'],
  // The composition roots.
  writing: ['errors', 'seams', 'wire', 'config', 'models', 'answer', 'write'],
  assistant: [
    'bad-request',
    'scope',
    'views',
    'types',
    'errors',
    'seams',
    'wire',
    'config',
    'models',
    'search',
    'ingest',
    'answer',
    'verify',
    'writing',
    'converse',
    'proof',
  ],
  'held-assistant': ['assistant'],
  'live-assistant': ['errors', 'config', 'search', 'assistant', 'held-assistant'],
  doctor: ['types', 'errors', 'config', 'count-noun', 'models', 'search', 'ingest', 'writing'],
  // For other programs: the only barrel, and what it adds to the assistant.
  'check-requests': ['wire', 'bad-request', 'assistant'],
  retriever: ['wire', 'assistant'],
  library: ['types', 'errors', 'wire', 'config', 'assistant', 'check-requests', 'retriever'],
  // The page runs in a browser: it knows the server by its wire alone.
  page: ['wire', 'escape-markdown'],
  // The doors: each uses the assistant, and none another but that http carries what mcp answers.
  mcp: [
    'types',
    'errors',
    'wire',
    'count-noun',
    'bad-fields',
    'places',
    'plain-answer',
    'scope',
    'assistant',
  ],
  http: [
    'types',
    'errors',
    'estimate-tokens',
    'wire',
    'kept-run',
    'config',
    'bad-fields',
    'plain-answer',
    'pictures',
    'assistant',
    'mcp',
  ],
  evaluate: ['types', 'errors', 'wire', 'kept-run', 'align-rows', 'assistant'],
  // The workshop measures and fits the parts themselves, by the measures of evaluate.
  tune: ['answer-rate', 'types', 'errors', 'seams', 'search', 'answer', 'verify', 'evaluate'],
  bench: [
    'align-rows',
    'pictures',
    'types',
    'errors',
    'seams',
    'config',
    'models',
    'search',
    'answer',
    'assistant',
    'evaluate',
  ],
  // The command line opens the doors.
  cli: [
    'types',
    'errors',
    'escape-markdown',
    'wire',
    'config',
    'count-noun',
    'places',
    'answer-rate',
    'draft',
    'pictures',
    'assistant',
    'live-assistant',
    'doctor',
    'mcp',
    'http',
    'evaluate',
    'tune',
    'bench',
  ],
  'cli/tune': ['config', 'align-rows', 'seams', 'models', 'search', 'answer', 'verify', 'evaluate', 'tune'],
};

/** Which files import a package; a folder ends with a slash. What is not named is imported nowhere. */
const importers: Record<string, readonly string[]> = {
  zod: [
    'config.ts',
    'config/setting-kinds.ts',
    'wire.ts',
    'wire/',
    'kept-run.ts',
    'bad-fields.ts',
    'models/',
    'search/',
    'answer/linear-model.ts',
    'answer/premise-model.ts',
    'verify/verify-model.ts',
    'evaluate/',
    'mcp/',
    'http/',
  ],
  'pdfjs-dist': ['ingest/pdf.ts', 'ingest/glyph-ruler.ts', 'pictures/page-drawer.ts'],
  'pdf-parse': ['bench/measure-pictures.ts'],
  '@xenova/transformers': ['models/transformer.ts', 'bench/tutorial-embeddings.ts'],
  'hnswlib-node': ['search/vector-store.ts'],
  minisearch: ['search/keyword-index.ts'],
  'word-list': ['words/dictionary.ts'],
  langchain: ['models/load-chat.ts'],
  '@langchain/core': [
    'models/chat.ts',
    'models/load-chat.ts',
    'models/embeddings.ts',
    'search/vector-store.ts',
    'retriever.ts',
    'bench/',
  ],
  '@langchain/community': ['search/vector-store.ts', 'bench/'],
  '@langchain/textsplitters': ['bench/'],
  tinybench: ['bench/'],
  hono: ['http/'],
  '@hono/node-server': ['http/serve.ts'],
  '@hono/zod-openapi': ['http/'],
  'hono-rate-limiter': ['http/limits.ts'],
  pino: ['http/app-options.ts', 'http/open-log.ts', 'http/request-log.ts'],
  'prom-client': ['http/metrics.ts'],
  '@modelcontextprotocol/sdk': ['mcp/'],
  commander: ['cli/'],
  preact: ['page/'],
  marked: ['draft/read-markdown.ts'],
};

/** Parts that compute and touch nothing: no disk, no network, no clock of Node's. */
const pure = [
  'types',
  'errors',
  'answer-rate',
  'wire',
  'kept-run',
  'count-noun',
  'estimate-tokens',
  'escape-markdown',
  'near-names',
  'bad-fields',
  'places',
  'plain-answer',
  'words',
  'seams',
  'answer',
  'page',
  'verify',
  'write',
  'converse',
  'proof',
  'draft',
];
/** But for its fitted weights, which are a file beside it, and the dictionary, a file of its package. */
const impure = [
  'answer/linear-model.ts',
  'answer/premise-model.ts',
  'verify/verify-model.ts',
  'words/dictionary.ts',
];

/** What only some files may do, as it looks in the source. */
const onlyHere: { what: string; pattern: RegExp; files: readonly string[] }[] = [
  { what: 'reads the environment', pattern: /\bprocess\.env\b/, files: ['config/environment.ts'] },
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
  const statements = /\b(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\s*\(?\s*'([^']+)'/g;
  return [...code.matchAll(statements)].map((match) => resolveImport(match[1] ?? match[2] ?? '', importer));
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

/** "cli" of "cli/ask.ts", "types" of "types.ts". */
function partOf(path: string): string {
  return path.split('/')[0]?.replace(/\.tsx?$/, '') ?? '';
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
    expect(byPath.get('models/transformer.ts')).toContain('@xenova/transformers');
    expect(byPath.get('models/encoder.ts')).toContain('seams.ts');
    expect(byPath.get('search/vector-store.ts')).toContain('@langchain/community');
    expect(byPath.get('ingest/pdf.ts')).toContain('pdfjs-dist');
    expect(
      findImports("import './a.ts';\nexport {\n  b,\n} from '../b.ts';\nawait import('c/d');", 'x/y.ts'),
    ).toEqual(['x/a.ts', 'b.ts', 'c']);
  });

  it('have a row for every part, and no row for a part that is gone', () => {
    const parts = [...new Set(product.map(({ path }) => partOf(path)))].sort();
    const rows = Object.keys(mayUse).filter((row) => !row.includes('/'));
    expect(rows.sort()).toEqual(parts);
    const extra = Object.keys(mayUse).filter((row) => row.includes('/'));
    expect(extra.filter((row) => !product.some(({ path }) => path === `${row}.ts`))).toEqual([]);
  });

  it('use only what their row allows', () => {
    const violations = product.flatMap(({ path, imports }) => {
      const part = partOf(path);
      const allowed = [part, ...(mayUse[part] ?? []), ...(mayUse[path.replace(/\.ts$/, '')] ?? [])];
      return imports
        .filter((name) => isFile(name) && !allowed.includes(partOf(name)))
        .map((name) => `${path} uses ${name}`);
    });
    expect(violations).toEqual([]);
  });

  it('point one way: no row uses one below it', () => {
    const rows = Object.keys(mayUse);
    const upward = Object.entries(mayUse).flatMap(([row, used]) =>
      used.filter((one) => rows.indexOf(one) >= rows.indexOf(row)).map((one) => `${row} uses ${one}`),
    );
    expect(upward).toEqual([]);
  });

  it('leave the schemas on the server: the page takes of the wire its types', () => {
    const taken = product
      .filter(({ path }) => path.startsWith('page/'))
      .flatMap(({ path, imports }) => imports.map((name) => ({ path, name })));
    expect(taken.some(({ name }) => name === 'wire.ts')).toBe(true);
    expect(taken.filter(({ name }) => name.startsWith('wire/'))).toEqual([]);
  });

  it('have no circle of files', () => {
    expect(findCycle()).toEqual([]);
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
      pure.includes(partOf(path)) && !impure.includes(path)
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
