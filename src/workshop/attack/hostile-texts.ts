/** Texts that a document, a question or a language model may bring, made to do something where they are shown. */

export const controlTexts: readonly string[] = [
  '\u001b]52;c;aGFja2Vk\u0007',
  '\u009d52;c;aGFja2Vk\u009c',
  '\u001b[2J\u001b[31mred',
  '\u009b2K',
  'ok\rnot ok',
  'a\u0008\u007f',
  'report\u202efdp.exe',
  '\u2067a\u2069',
  'a\u2028b\0c',
];

export const markupTexts: readonly string[] = [
  '![a](http://attacker.example/a.png)',
  '[source](http://attacker.example/a)',
  '[source](javascript:alert(1))',
  '![a][b]',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<http://attacker.example>',
  '<!-- hidden -->',
  'http://attacker.example/a',
  'www.attacker.example',
  'attacker.example/a?b',
  'attacker.example',
  'a@attacker.example',
  '//attacker.example/a',
  'hxxps://attacker.example/a',
  'javascript:alert(1)',
];

/** Signs whose repetition or nesting cost a reader of Markdown, or of questions, its stack or its time. */
export const repeatedSigns: readonly string[] = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~“”«»…– \n\t0aA',
  ...['> ', '- ', '1. ', '_a_b ', '**a', '*a **a ', '[a](', '![', '](', '[^', '<!--', '<a ', '&a', '`` ` '],
  ...[
    '```\n',
    '~~a',
    '| a ',
    'a\n-\n',
    '# ',
    '    ',
    'http://',
    'p. 1, ',
    '(p. 1',
    '. A',
    'e.g. A',
    '“a',
    '\n\n',
  ],
];
