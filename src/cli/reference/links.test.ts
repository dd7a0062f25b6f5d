/** Links in what users read: each leads to a file of the repository, and to a heading where it names one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Lexer, type Token, walkTokens } from 'marked';
import { expect, it } from 'vitest';
import { packageRoot } from '../../config/settings.ts';

const below = readdirSync(join(packageRoot, 'docs'), { recursive: true, encoding: 'utf8' })
  .map((path) => `docs/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.md') && !path.startsWith('docs/site/'));
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...below];
const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');

function tokensOf(path: string): Token[] {
  const found: Token[] = [];
  walkTokens(Lexer.lex(read(path)), (token) => void found.push(token));
  return found;
}

/** A heading's anchor, as Git hosts make it. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

function findDeadLinks(path: string): string[] {
  const links = tokensOf(path).flatMap((token) =>
    token.type === 'link' || token.type === 'image' ? [String(token.href)] : [],
  );
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : normalize(join(dirname(path), file));
    if (!existsSync(join(packageRoot, target))) return true;
    if (anchor === undefined) return false;
    return !tokensOf(target).some((token) => token.type === 'heading' && toAnchor(token.text) === anchor);
  });
}

it('are read from every page', () => {
  expect(pages).toContain('docs/guides/your-report.md');
  expect(toAnchor('`GET /v1/documents/{id}`')).toBe('get-v1documentsid');
});

it.each(pages)('in %s have their targets', (path) => {
  expect(findDeadLinks(path)).toEqual([]);
});

it('lead from the list in docs/README.md to every guide and page of the reference', () => {
  const listed = tokensOf('docs/README.md').flatMap((token) =>
    token.type === 'link' ? `docs/${token.href}` : [],
  );
  expect(listed).toEqual(
    expect.arrayContaining(below.filter((path) => /^docs\/(?:guides|reference)\//.test(path))),
  );
});
