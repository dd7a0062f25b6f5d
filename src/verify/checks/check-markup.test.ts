import { describe, expect, it } from 'vitest';
import { createFakeReaders } from '../../testing/networks/fake-readers.ts';
import { verifySentence } from '../verify-sentence.ts';
import { findForeignMarkup } from './check-markup.ts';

const text =
  'Sweden banned Huawei from its 5G networks. See https://ncn.gov.pl/sheng, sheng@ncn.gov.pl and <b>bold</b>, Huawei<wbr>s.';
const own = 'Sweden banned Huawei from its 5G networks.';
const find = (sentence: string) => findForeignMarkup(sentence, [{ text }]);

describe('markup that the source does not have', () => {
  it.each([
    [`${own} [source](http://attacker.example/a)`, 'http://attacker.example/a', `${own} source`],
    [`${own} [source](<javascript:alert(1)> "title")`, undefined, undefined],
    [`Sweden [banned](../a.html "a title") Huawei.`, '../a.html', 'Sweden banned Huawei.'],
    [`${own} ![](http://attacker.example/a.png)`, 'http://attacker.example/a.png', `${own} `],
    [`${own} ![a][b]`, '![a]', undefined],
    [`${own} <img src=x onerror=alert(1)>`, '<img src=x onerror=alert(1)>', `${own} `],
    [`${own} <script>alert(1)</script>`, '<script>', undefined],
    [`${own} <!-- hidden`, '<!--', undefined],
    [`${own} See http://attacker.example/a.`, 'http://attacker.example/a', undefined],
    [`${own} (www.attacker.example)`, 'www.attacker.example', undefined],
    [`${own} More at attacker.example/a?b=c.`, 'attacker.example/a?b=c', undefined],
    [`${own} javascript:alert(1)`, 'javascript:alert(1', undefined],
    [`${own} https://ncn.gov.p`, 'https://ncn.gov.p', undefined],
    [`${own} Write to sheng@attacker.example.`, 'sheng@attacker.example', undefined],
    [`${own} More at attacker.example.`, 'attacker.example', undefined],
    [`${own} (Attacker.COM, 2020)`, 'Attacker.COM', undefined],
    [`${own} See news.attacker.ru, p. 3.`, 'news.attacker.ru', undefined],
    [`${own} hxxps://attacker.example/a`, 'hxxps://attacker.example/a', undefined],
    [`${own} //attacker.example/a`, '//attacker.example/a', undefined],
    [`${own} See cn.gov.pl.`, 'cn.gov.pl', undefined],
    [`${own} Call tel:+4600000`, 'tel:+4600000', undefined],
    [`${own} аttacker.com`, 'аttacker.com', undefined],
  ])('is found: %s', (sentence, item, plain) => {
    const found = find(sentence);
    expect(found.findings.length).toBeGreaterThan(0);
    if (item !== undefined)
      expect(found.findings[0]).toMatchObject({ kind: 'markup', text: item, isCertain: true });
    if (plain !== undefined) expect(found.plain).toBe(plain);
  });

  it.each([
    own,
    'See https://ncn.gov.pl/sheng.',
    '[Call](https://ncn.gov.pl/sheng)',
    'Sweden <b>banned</b> Huawei<br>.',
    'Huawei<wbr>s',
    'Trade with U.S./Chinese firms grew 5%/year; p < 0.05, and/or data: 7.',
    'In 5G[1] (2020), e.g. Huawei/ZTE.',
    'It is written to sheng@ncn.gov.pl at ncn.gov.pl.',
    'Sweden banned Huawei in Europe.In 2020 it banned ZTE, i.e. a U.S.-style ban at 10 a.m. in 5.8 GHz.',
    'It grew by 1.5 bn, or 3.2 p.p., see Sect. 4.2.a and Fig. 3.b.',
  ])('is none in: %s', (sentence) => {
    expect(find(sentence)).toEqual({ findings: [], plain: sentence });
  });

  it('settles the verdict without asking a network', async () => {
    const readers = createFakeReaders();
    const sentence = `${own} [source](http://attacker.example/a)`;
    expect(await verifySentence(sentence, [{ text }], readers)).toMatchObject({
      verdict: 'unsupported',
      problems: [{ kind: 'markup', text: 'http://attacker.example/a', reason: 'not in the passage' }],
      score: 0,
    });
    expect(readers.calls).toEqual([]);
  });
});
