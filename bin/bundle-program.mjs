// Puts the command line and most of what it loads into few files: `cli/main.js` of a build, what it imports and the packages
// listed below become `program`, a file for each part that is loaded on its own. Node takes longer to find, read and link the
// 600 files behind a question than the question takes. Run as `node bin/bundle-program.mjs DIST`, after the compiler.
import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = realpathSync(dirname(dirname(fileURLToPath(import.meta.url))));

/** Packages of many files that a question or the server loads. All others are loaded from node_modules, as they are. */
const bundled = [
  '@huggingface/tokenizers',
  '@hono/node-server',
  '@hono/zod-openapi',
  '@modelcontextprotocol/sdk',
  '@xenova/transformers',
  'commander',
  'hono',
  'string-width',
  'zod',
];

/** Chat models of LangChain's packages share its classes, so these are bundled for the store of graphs alone. */
const bundledForGraphs = ['@langchain/community', '@langchain/core'];
const graphStore = join('store', 'disk', 'graph.js');

/** Packages that load a library of the machine from beside their own files. */
const native = ['hnswlib-node', 'onnxruntime-node'];

/** Transformers.js imports it first of all, to read pictures, which nothing here does: 90 ms of processor time. */
const emptyPackage = 'sharp';

/** The bundler's own, for syntax that it rewrites. */
const bundlerHelpers = '@oxc-project/runtime';

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const isFile = (specifier) => /^(?:[./\0]|[a-z]:\\)/i.test(specifier);

/** Tells whether an import of the program, or of a package that is bundled, is left to Node. */
function createOutsideTest(isOwn) {
  return (specifier, importer = '') => {
    if (specifier.startsWith('node:')) return true;
    const name = packageOf(specifier);
    if (native.includes(name)) return true;
    if (isFile(specifier) || name === bundlerHelpers || bundled.includes(name)) return false;
    if (!isOwn(importer)) return false;
    return !(bundledForGraphs.includes(name) && importer.endsWith(graphStore));
  };
}

/** Lets each module find the files beside it where they are: its own URL stays what it is in `dist` or in its package. */
function keepUrls(dist, isOwn) {
  const target = join(root, 'dist', 'program');
  return {
    name: 'keep-urls',
    transform(code, path) {
      if (!code.includes('import.meta.url')) return null;
      const place = isOwn(path) ? join(root, 'dist', relative(dist, path)) : path;
      const url = JSON.stringify(relative(target, place).split(sep).join('/'));
      return { code: code.replaceAll('import.meta.url', `new URL(${url}, import.meta.url).href`) };
    },
  };
}

const leaveEmpty = {
  name: 'leave-empty',
  resolveId: (specifier) => (specifier === emptyPackage ? `\0${emptyPackage}` : null),
  load: (id) => (id === `\0${emptyPackage}` ? 'export default {};' : null),
};

async function bundleProgram(dist) {
  const isOwn = (path) => path.startsWith(dist + sep);
  const bundle = await rolldown({
    input: { main: join(dist, 'cli', 'main.js') },
    platform: 'node',
    external: createOutsideTest(isOwn),
    plugins: [leaveEmpty, keepUrls(dist, isOwn)],
    logLevel: 'warn',
  });
  await bundle.write({
    dir: join(dist, 'program'),
    format: 'esm',
    // Names stay, for the traces of errors.
    minify: { compress: true, mangle: false, codegen: true },
    cleanDir: true,
  });
  await bundle.close();
}

await bundleProgram(realpathSync(process.argv[2]));
