// What the package that is installed leaves out of the packages that it brings: what Node never loads of them.

/** Packages that stand in the lock file for parts that nothing here loads, with what loads the package that asks for them. */
const unusedPackages = new Set([
  // LangChain's agents; `langchain/chat_models/universal` is all that is loaded of langchain.
  '@langchain/langgraph',
  '@langchain/langgraph-checkpoint',
  '@langchain/langgraph-sdk',
  // LangChain's templates and its loaders of API descriptions.
  'handlebars',
  'js-yaml',
  'yaml',
  // Pictures as input of a network, 19 MB. Transformers.js imports it first of all: an empty package stands in.
  'sharp',
]);

/** Packages imported by another as soon as that is loaded, so that an empty one stands in. */
export const emptyPackages = new Set(['sharp']);

export const isUnusedPackage = (name) => unusedPackages.has(name) && !emptyPackages.has(name);

/** Packages whose types appear in those of the library. */
const typedPackages = new Set(['zod', '@langchain/core']);

/** Of any package; paths with forward slashes, below its folder. */
const never = [
  /\.map$/,
  /\.(?:flow|tsbuildinfo)$/,
  /^(?:test|tests|__tests__|spec|doc|docs|example|examples|benchmark|benchmarks|coverage|\.github)\//,
  /(?:^|\/)(?:changelog|contributing|history|readme|security|migration|upgrading)[^/]*\.(?:md|markdown|txt)$/i,
  /(?:^|\/)\.[^/]+$/,
  /(?:^|\/)(?:tsconfig[^/]*\.json|yarn\.lock|package-lock\.json|pnpm-lock\.yaml)$/,
];

/** LangChain's packages twice over: the forms for `require`, which nothing here uses. */
const isLangChain = (name) => /^(?:@langchain\/.*|langchain|langsmith)$/.test(name);

const types = /\.[cm]?ts$/;

/** Of these packages alone: other forms of what is loaded, sources, and builds for browsers. */
const ofPackage = {
  '@huggingface/jinja': [/^src\//],
  '@huggingface/transformers': [/^(?:src|types)\//, /^dist\/transformers\.(?:web|min|js)/, /\.(?:cjs|wasm)$/],
  'hnswlib-node': [/^(?!lib\/|build\/Release\/addon\.node$|package\.json$|LICENSE)/],
  'js-tiktoken': [/^dist\/(?:index\.|ranks\/)/],
  openai: [/^(?:src|bin)\//],
  'pdf-parse': [/^dist\/pdf-parse\/web\//],
  'pdfjs-dist': [
    /^(?:build|web|image_decoders|types)\//,
    /^legacy\/(?:web|image_decoders)\//,
    /\.(?:min|sandbox)\.mjs$/,
  ],
  'world-countries': [/^data\//],
  zod: [/^src\//],
};

/**
 * Whether a file of a package is left out.
 * @param name the package's own name.
 * @param path below its folder, with forward slashes.
 * @param platform "linux/x64": of ONNX Runtime's libraries those of the others go.
 */
export function isLeftOut(name, path, platform) {
  if (name === 'onnxruntime-node' && path.startsWith('bin/')) return !path.includes(`/${platform}/`);
  if (/^(?:licen[cs]e|notice|copying)/i.test(path)) return false;
  if (isLangChain(name) && path.endsWith('.cjs')) return true;
  if (types.test(path)) return !typedPackages.has(name) || path.startsWith('src/');
  return [...never, ...(ofPackage[name] ?? [])].some((pattern) => pattern.test(path));
}
