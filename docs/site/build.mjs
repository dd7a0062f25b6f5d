// Makes the site of the documentation: every page of docs, and a search index beside them. `npm run docs -- --site FOLDER`.
import { readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Eleventy, IdAttributePlugin } from '@11ty/eleventy';
import { close, createIndex } from 'pagefind';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const output = resolve(process.argv[2]);

/** Pages that stand at the root of the repository, by their place in the site. */
const rootPages = { 'CHANGELOG.md': 'changelog.md', 'CONTRIBUTING.md': 'contributing.md' };

/** Where the site has a file of the repository: "guides/scale.html"; undefined where it has not. */
function placeOf(path) {
  if (path === 'README.md' || path === 'docs/README.md') return 'index.html';
  const page = rootPages[path] ?? (path.startsWith('docs/') ? path.slice('docs/'.length) : undefined);
  return page?.replace(/\.md$/, '.html');
}

/** A heading's anchor, as Git hosts make it. */
function toAnchor(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

/** The groups of pages and their order, from the list in docs/README.md. */
function readGroups() {
  const [, ...groups] = readFileSync(join(root, 'docs', 'README.md'), 'utf8').split(/^\*\*(?=\w)/m);
  return groups.map((group) => ({
    name: group.slice(0, group.indexOf('**')),
    pages: [...group.matchAll(/^- \[([^\]]+)\]\(([^)]+)\)/gm)].map(([, title, path]) => ({
      title,
      url: placeOf(posix.normalize(`docs/${path}`)),
    })),
  }));
}

/** The file in the repository that a page is made of. */
const sourceOf = (data) => data.source ?? posix.normalize(data.page.inputPath);

/** Rewrites links between files to links between pages. What the site does not have is named and not linked. */
function linkPages(markdown) {
  const plainOpen = (tokens, index, options, _, self) => self.renderToken(tokens, index, options);
  markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
    const href = tokens[index].attrGet('href');
    if (/^[a-z]+:|^#/.test(href)) return plainOpen(tokens, index, options, env, self);
    const [path, anchor] = href.split('#');
    const place = placeOf(posix.join(posix.dirname(sourceOf(env)), path));
    const close = tokens.slice(index).find(({ type }) => type === 'link_close');
    if (place === undefined) {
      close.hidden = true;
      return '';
    }
    const from = posix.dirname(placeOf(sourceOf(env)));
    tokens[index].attrSet('href', `${posix.relative(from, place)}${anchor ? `#${anchor}` : ''}`);
    return plainOpen(tokens, index, options, env, self);
  };
  markdown.renderer.rules.link_close = (tokens, index) => (tokens[index].hidden ? '' : '</a>');
  markdown.renderer.rules.table_open = () => '<div class="table"><table>\n';
  markdown.renderer.rules.table_close = () => '</table></div>\n';
}

function configure(eleventy) {
  eleventy.setQuietMode(true);
  eleventy.setIncludesDirectory('site');
  // No page is a template.
  eleventy.addGlobalData('templateEngineOverride', 'md');
  eleventy.ignores.add('docs/site/**');
  eleventy.amendLibrary('md', (markdown) => markdown.use(linkPages));
  eleventy.addPlugin(IdAttributePlugin, { slugify: toAnchor });
  for (const name of ['site.css', 'search.js']) eleventy.addPassthroughCopy({ [`docs/site/${name}`]: name });
  eleventy.addPassthroughCopy('docs/*.{jpg,svg}');
  for (const [source, name] of Object.entries(rootPages)) {
    eleventy.addTemplate(name, readFileSync(join(root, source), 'utf8'), { source });
  }
  eleventy.addGlobalData('layout', 'layout.njk');
  eleventy.addGlobalData('groups', readGroups());
  eleventy.addGlobalData('eleventyComputed', {
    permalink: (data) => placeOf(sourceOf(data)),
    own: (data) => placeOf(sourceOf(data)),
    root: (data) => '../'.repeat(placeOf(sourceOf(data)).split('/').length - 1),
    title: (data) => /^# (.+)$/m.exec(readFileSync(join(root, sourceOf(data)), 'utf8'))?.[1],
  });
}

process.chdir(root);
const site = new Eleventy('docs', relative(root, output), { configPath: null, config: configure });
await site.write();
const { index } = await createIndex();
const { errors, page_count: count } = await index.addDirectory({ path: output });
if (errors.length > 0) throw new Error(errors.join('\n'));
await index.writeFiles({ outputPath: join(output, 'pagefind') });
await close();
process.stdout.write(`${count} pages in ${output}\n`);
