// Which files of the repository go into the package: the program, and what is read about it, whose links lead to one another.

/** Files, and folders with all that is in them but what is left out. */
export const programPaths = [
  'bin/verse.mjs',
  'bin/prepare.mjs',
  'dist',
  'docs',
  'examples',
  'models',
  'prompts',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'NOTICE',
  'README.md',
];

/** Maps of the code, when its sources were last seen, what makes the site, and how the weights were made. */
const leftOut = [/^dist\/.*\.map$/, /^dist\/\.seen$/, /^docs\/site$/, /^models\/.*\/training$/];

/** Whether a file or folder below one of these goes into the package; paths with forward slashes. */
export const isProgramFile = (path) => !leftOut.some((pattern) => pattern.test(path));
