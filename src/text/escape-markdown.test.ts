import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, escapeMarkup, unescapeMarkdown } from './escape-markdown.ts';

const hostile = [
  '![tracked](http://attacker.example/a.png)',
  '[source](http://attacker.example/a)',
  '[source](javascript:alert(1))',
  '[1](http://attacker.example/a)',
  '[p. 84](javascript:alert(1))',
  '![1][2]\n\n[2]: http://attacker.example/a.png',
  '[1]: http://attacker.example',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<javascript:alert(1)> <http://attacker.example>',
  'See http://attacker.example/a, www.attacker.example or me@attacker.example.',
  '&lt;img src=x&gt; &#x3c;b>',
  '\\[a](http://attacker.example) \\\\[b](http://attacker.example)',
  '``` \n<b>\n``` `code` ~~struck~~ **bold** _em_',
  '# Heading\n- item\n1. one\n> quote\n===\n---',
  'a | b\n--- | ---\nc | d',
  '<!-- hidden --><a\nhref="http://attacker.example">a</a>',
];
const render = (markdown: string) => marked.parse(markdown, { async: false });
/** As a reader sees it. */
const shown = (html: string) =>
  html
    .replace(/<\/?p>/g, '')
    .replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name as 'lt'] ?? '&',
    )
    .replace(/\s+/g, ' ')
    .trim();

describe('a text in Markdown', () => {
  it.each(hostile)('shows as it is, in a paragraph: %j', (text) => {
    const html = render(escapeMarkdown(text));
    expect(html.replace(/<\/?p>/g, '')).not.toMatch(/<[a-z!/]/i);
    expect(shown(html)).toBe(text.replace(/\s+/g, ' ').trim());
    expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
  });

  it('shows as it is whatever signs it is made of', () => {
    const signs = fc.constantFrom(
      ...'![]()<>`*_~#|\\&-+=:@1. a',
      '\n',
      'http://',
      'www.',
      'img',
      '&lt;',
      '[1]',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
        // A blank line begins a paragraph, and four blanks at its start are code.
        const text = parts
          .join('')
          .replace(/\s*\n\s*/g, '\n')
          .trim();
        expect(shown(render(escapeMarkdown(text)))).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 2000, seed: 22 },
    );
  });

  it.each([
    'In 2023, Chinese-owned companies’ R&D investments surpassed EUR 1.5 billion, “an increase” of almost 300%.',
    'p < 0.05 (see snake_case); 5 * 3',
  ])('has no sign before what means nothing: %s', (text) => {
    expect(escapeMarkdown(text).replace('\\*', '*')).toBe(text);
  });
});

describe('a text with marks of ours', () => {
  it('keeps them, and the lists', () => {
    const text = 'Bosch cuts jobs. [1][2]\n\n[1] Germany, p. 84\n- “quote” [p. 84] [notes 2, 3]';
    expect(escapeMarkup(text)).toBe(text);
  });

  it.each(hostile)('has no link, image, code or HTML of a document: %j', (text) => {
    const html = render(escapeMarkup(`Bosch cuts jobs. [1] ${text} [2]\n\n[1] ${text}, p. 84`));
    expect(html).not.toMatch(/<(?:a|img|script|b|del|strong|em|code|pre|table)\b|<!--/);
  });
});
