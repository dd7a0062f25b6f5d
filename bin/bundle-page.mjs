// Makes the page that the server sends: `src/page/main.tsx` and all it imports as one file, the rest copied.
// The only user of rolldown. Run as `node bin/bundle-page.mjs FOLDER`.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const source = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src', 'page');
const isStatic = (name) => /\.(?:html|css|svg|woff2)$/.test(name);

async function bundleScript(folder) {
  const bundle = await rolldown({
    input: join(source, 'main.tsx'),
    platform: 'browser',
    logLevel: 'warn',
  });
  await bundle.write({ file: join(folder, 'main.js'), format: 'esm', minify: true });
  await bundle.close();
}

/** A style sheet without comments and indents, a fifth of it. */
function shrinkStyles(path) {
  const css = readFileSync(path, 'utf8');
  const lines = css.replace(/\/\*[\s\S]*?\*\//g, '').split('\n');
  writeFileSync(
    path,
    lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  );
}

/** Puts the style sheets of the page into one, but those that other pages have too or that are for paper: each costs a request. */
function joinStyles(folder) {
  const path = join(folder, 'index.html');
  const link = /<link rel="stylesheet" href="\/page\/(?!tokens)([a-z-]+\.css)">\n/g;
  const html = readFileSync(path, 'utf8');
  const names = [...html.matchAll(link)].map(([, name]) => name);
  const styles = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const name of names) rmSync(join(folder, name));
  writeFileSync(join(folder, 'page.css'), styles.join('\n'));
  const joined = '<link rel="stylesheet" href="/page/page.css">\n';
  writeFileSync(
    path,
    html.replace(link, (_, name) => (name === names[0] ? joined : '')),
  );
}

/** Fills the folder anew; whoever reads it meanwhile finds each file old or new, never half. */
export async function bundlePage(folder) {
  const fresh = `${folder}-${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  mkdirSync(folder, { recursive: true });
  try {
    await bundleScript(fresh);
    for (const path of readdirSync(source, { recursive: true }).filter(isStatic))
      cpSync(join(source, path), join(fresh, basename(path)));
    for (const name of readdirSync(fresh)) if (name.endsWith('.css')) shrinkStyles(join(fresh, name));
    joinStyles(fresh);
    const names = readdirSync(fresh);
    for (const name of names) renameSync(join(fresh, name), join(folder, name));
    for (const name of readdirSync(folder)) {
      if (!names.includes(name)) rmSync(join(folder, name), { recursive: true });
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

const [, script, target] = process.argv;
if (script === fileURLToPath(import.meta.url) && target !== undefined) await bundlePage(target);
