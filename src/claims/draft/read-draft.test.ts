import { describe, expect, it } from 'vitest';
import type { Language } from '../../core/language.ts';
import { english } from '../../language/en/english.ts';
import { unknownLanguage } from '../../language/unknown.ts';
import { type DraftFormat, readDraft } from './read-draft.ts';

const isChapter = (name: string) => ['Germany', 'Sweden'].includes(name);
const read = (draft: string, format: DraftFormat = 'markdown') =>
  readDraft(draft, { format, isChapter, language: english });
/** "3:1 text {Germany 84}", with "not checked" in front of what is skipped. */
const show = (draft: string, format?: DraftFormat) =>
  read(draft, format).map(({ line, column, text, citations, skip }) => {
    const places = citations.map((one) =>
      (one.places ?? []).map(({ name, pages }) => [name, ...pages].join(' ')).join('; '),
    );
    return `${skip === undefined ? '' : `(${skip}) `}${line}:${column} ${[text, ...places.map((place) => `{${place}}`)].join(' ')}`;
  });

describe('readDraft', () => {
  it('reads a Markdown draft sentence by sentence, each with its line and column', () => {
    const draft = `---
title: Bosch, p. 84
---
# Cars, p. 1

Bosch **alone** cuts more than 20,000 jobs [Germany, p. 84]. It blames
weak *demand* for [German cars](https://example.org/p.84).[^1] Will it
grow again?

> Bosch alone has announced cutting jobs.
> It is not alone.
>
> — Germany, p. 84

- Sweden banned Huawei (Sweden, p. 182)
  and ZTE.
1. Volvo Cars &amp; Geely belong together.

| Country | Jobs |
| --- | --- |
| Germany | 20,000 |

\`\`\`
Code says nothing [Germany, p. 84].
\`\`\`

Not so. See \`verse\` at https://example.org <!-- not yet --> for the figures.

[^1]: Germany, p. 84; this was said by the company
  in January.
`;
    expect(show(draft)).toEqual([
      '(a heading) 4:3 Cars, p. 1',
      '6:1 Bosch alone cuts more than 20,000 jobs. {Germany 84}',
      '6:62 It blames weak demand for German cars. {Germany 84}',
      '(a question) 7:64 Will it grow again?',
      '10:3 Bosch alone has announced cutting jobs.',
      '11:3 It is not alone. {Germany 84}',
      '15:3 Sweden banned Huawei and ZTE. {Sweden 182}',
      '17:4 Volvo Cars & Geely belong together.',
      '(a table) 19:1 | Country | Jobs | | --- | --- | | Germany | 20,000 |',
      '(too short) 27:1 Not so.',
      '27:9 See verse at for the figures.',
    ]);
    expect(read(draft).filter(({ isQuote }) => isQuote)).toHaveLength(2);
  });

  it('reads plain text by its paragraphs, and takes short lines without a stop for headings', () => {
    const draft =
      'Fewer jobs in cars\n\nBosch cuts *20,000* jobs\n(Germany, p. 84). Why?\r\n \nSweden_banned Huawei [1].\n\n[1] Sweden, p. 182\n';
    expect(show(draft, 'text')).toEqual([
      '(a heading) 1:1 Fewer jobs in cars',
      '3:1 Bosch cuts *20,000* jobs. {Germany 84}',
      '(a question) 4:19 Why?',
      '6:1 Sweden_banned Huawei. {Sweden 182}',
    ]);
  });

  it('does not take the numbered sentences of an answer for notes', () => {
    const draft =
      '[1] Sweden banned Huawei from its 5G networks in 2020.\n    [Sweden, p. 182]\n\n[1] Sweden, p. 182 — Networks\n';
    expect(show(draft)).toEqual([
      '1:5 Sweden banned Huawei from its 5G networks in 2020. {Sweden 182} {Sweden 182}',
    ]);
  });

  it('leaves sentences alone whose note names another source', () => {
    expect(show('Bosch cuts 20,000 jobs.[^1]\n\n[^1]: https://example.org')).toEqual([
      '(its note names no page of the report) 1:1 Bosch cuts 20,000 jobs. {}',
    ]);
  });

  it.each([
    ['According to the report, bosch cuts jobs in its car division.', 'Bosch cuts jobs in its car division.'],
    ['As the ETNC report on Germany notes, Bosch cuts jobs.', 'Bosch cuts jobs.'],
    ['The authors also note that Bosch cuts jobs.', 'Bosch cuts jobs.'],
    ['The report that Bosch cuts jobs is from January.', 'The report that Bosch cuts jobs is from January.'],
  ])('checks what the report is said to say: %s', (text, claim) => {
    const [sentence] = read(text);
    expect(sentence).toMatchObject({ text, claim });
  });

  it('keeps the sentences of the report whole: abbreviations, notes, figures', () => {
    expect(
      show('The firm (e.g. Bosch) sold U.S. chips for EUR 1.5 bn [Germany, p. 84]. Then it stopped them.'),
    ).toEqual([
      '1:1 The firm (e.g. Bosch) sold U.S. chips for EUR 1.5 bn. {Germany 84}',
      '1:72 Then it stopped them.',
    ]);
  });

  it('checks each sentence of a quotation as a quotation', () => {
    expect(
      read('“We want jobs in Germany. We want them now,” said Merz (Germany, p. 86).').map(
        ({ claim }) => claim,
      ),
    ).toEqual(['“We want jobs in Germany.”', '“We want them now,” said Merz.']);
  });

  it('has links, images and tags behind the claim that they stand in, also where nothing else is checked', () => {
    const draft = `# [Cars](http://a.example/cars)

Bosch cuts [20,000 jobs](/jobs "Jobs") <img src=x> at https://b.example/a. More.

![a *picture*](x.png)

See [this][ref] and [that].

[ref]: http://c.example
`;
    expect(read(draft).map(({ claim, skip }) => (skip === undefined ? claim : `(${skip}) ${claim}`))).toEqual(
      [
        'Cars [](http://a.example/cars)',
        'Bosch cuts 20,000 jobs at. [](/jobs) <img src=x> [](https://b.example/a)',
        '(too short) More.',
        '![](x.png)',
        'See this and [that]. [](http://c.example)',
      ],
    );
  });

  it('reads code as code, escapes and entities as their signs, and text between tags', () => {
    const draft = `<p>Bosch cuts \\*all\\* \`**jobs**\` &lt;now&gt;.</p>

    indented code

~~~
fenced code
~~~

<!-- a comment

of two paragraphs -->

- Sweden banned Huawei

  and then ZTE.
***
Volvo*Cars* *is __not* here__
---
`;
    expect(show(draft)).toEqual([
      '1:4 Bosch cuts *all* **jobs** <now>.',
      '(too short) 13:3 Sweden banned Huawei',
      '(too short) 15:3 and then ZTE.',
      '(a heading) 17:1 VolvoCars is not here',
    ]);
  });

  it('leaves what is too long for a sentence unchecked, and says so', () => {
    const [sentence] = read(`Bosch cuts ${'many '.repeat(500)}jobs.`);
    expect(sentence?.skip).toBe('over 2,000 characters');
  });

  it('reads an empty draft as nothing', () => {
    expect([read(''), read('\n \n', 'text'), read('---\ntitle: x\n---\n')]).toEqual([[], [], []]);
  });

  it('takes everything for what the report says in a language whose framing it does not know', () => {
    const draft = 'According to the report, Bosch cuts jobs. In my view, it is not alone.';
    const claims = (language: Language) =>
      readDraft(draft, { format: 'text', isChapter, language }).map(({ claim, skip }) => skip ?? claim);
    expect(claims(english)).toEqual(['Bosch cuts jobs.', 'an opinion']);
    expect(claims(unknownLanguage())).toEqual([
      'According to the report, Bosch cuts jobs.',
      'In my view, it is not alone.',
    ]);
  });
});
