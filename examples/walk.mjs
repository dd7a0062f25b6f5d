// Runs walk.md as a notebook: its blocks of code in their order, each below the heading that it stands under.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = readFileSync(new URL('walk.md', import.meta.url), 'utf8');
const sections = [...page.matchAll(/^(## .+)$[\s\S]*?```js\n([\s\S]*?)```/gm)];
const program = sections.map(
  ([, heading, code]) => `console.log(${JSON.stringify(`${heading}\n`)});\n${code}`,
);

const { status } = spawnSync(
  process.execPath,
  ['--input-type=module', '-e', program.join('console.log();\n')],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
