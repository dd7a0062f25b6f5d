import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../language/choose-language.ts';
import { withinLimit } from '../../workshop/attack/within-limit.ts';
import { readDraft } from './read-draft.ts';

const read = (draft: string, format: 'markdown' | 'text' = 'markdown') =>
  withinLimit(() =>
    readDraft(draft, { format, isChapter: (name) => name === 'Germany', language: chooseLanguage([draft]) }),
  );

const signs = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~“”„«»…– \n\t0aA',
  ...[
    '> ',
    '- ',
    '1. ',
    '_a_b ',
    '**a',
    '*a **a ',
    '[a](',
    '![',
    '](',
    '](a',
    '[a][',
    '[^',
    '[^a]',
    '[^1]: x\n',
    '<!--',
    '<a',
    '<a ',
    '</',
    '&a',
    '&#1',
  ],
  ...[
    '`` ` ',
    '```\n',
    '~~~\n',
    '~~a',
    '| a ',
    '|-',
    'a\n-\n',
    '---\n',
    '# ',
    '    ',
    '\\',
    '\\\n',
    'http://',
    'www.',
    'p. 1, ',
    'pp. 1-60,',
    '(p. 1',
    '. A',
    '.)',
    '. “',
    'e.g. A',
    '[Germany, p. 1] ',
    '“a',
    '\n\n',
    '>\n',
    '- \n',
    '\u{f0000}',
    '\ue000',
  ],
];

describe('a draft of any signs', () => {
  it.each(signs)('is read in time, long as it is: %j again and again', (sign) => {
    const draft = `Bosch cuts ${sign.repeat(Math.ceil(60_000 / sign.length))} jobs.`;
    for (const format of ['markdown', 'text'] as const) {
      const sentences = read(draft, format);
      expect(sentences.filter(({ line, column }) => !(line > 0 && column > 0))).toEqual([]);
      expect(sentences.filter(({ claim, skip }) => skip === undefined && claim.length > 2000)).toEqual([]);
    }
  });

  it('is read in time where signs are mixed and nested', () => {
    const part = fc.tuple(fc.constantFrom(...signs), fc.integer({ min: 1, max: 3000 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const half = parts.map(([sign, count]) => sign.repeat(count)).join('');
        expect(Array.isArray(read(`${half}${half}`))).toBe(true);
      }),
      { numRuns: 30, seed: 22 },
    );
  });

  it('is read in time at 5 MB', () => {
    read('> _a_b '.repeat(5_000_000 / 7));
  });

  it('says what a reader of its Markdown sees: no words lost, none added', () => {
    const words = fc.constantFrom(
      'Bosch',
      'cuts',
      '20,000',
      'jobs',
      'in',
      'Germany.',
      'It',
      '*will*',
      '**not**',
      '_grow_',
      '[again](a.md)',
      '`code`',
      'a\\*b',
      '5 * 3',
      'snake_case',
      '&amp;',
      '<b>bold</b>',
      '~~struck~~',
    );
    const lead = fc.constantFrom('', '> ', '- ', '1. ', '# ', '> - ', '- > ');
    const paragraph = fc
      .tuple(lead, fc.array(words, { minLength: 2, maxLength: 12 }))
      .map(([mark, all]) => `${mark}${all.join(' ')}`);
    const seen = (html: string) =>
      html
        .replace(/<[^>]*>/g, ' ')
        .replace(/&amp;/g, '&')
        .replace(/[^\p{L}\p{N}&*]+/gu, ' ')
        .trim();
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
        const draft = paragraphs.join('\n\n');
        const text = read(draft)
          .map((sentence) => sentence.text)
          .join(' ');
        expect(seen(text)).toBe(seen(marked.parse(draft, { async: false })));
      }),
      { numRuns: 300, seed: 22 },
    );
  });
});
