// Writes the pages of docs/reference from the source. Run as `npm run docs`; a test holds the pages to the source.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

prepare();
const { referencePages } = await import('../dist/cli/reference/reference-pages.js');
for (const [name, text] of Object.entries(referencePages())) {
  writeFileSync(join(root, 'docs', 'reference', name), text);
}
