import { describe, expect, it } from 'vitest';
import { languageCalled } from '../language/choose-language.ts';
import { english } from '../language/en/english.ts';
import { createFakeReaders } from '../testing/networks/fake-readers.ts';
import { align, languageOf } from './alignment.ts';
import { checkSentence } from './checks/check-sentence.ts';
import { findSupported } from './find-supported.ts';
import { verifySentence } from './verify-sentence.ts';

const dutch = languageCalled('nl');
const polish = languageCalled('pl');
const german = languageCalled('de');

const port = `De haven van Rotterdam verwerkte in 2023 ruim 13,4 miljoen containers, 7% minder dan het jaar ervoor. Volgens
  directeur Castelein is dat “geen reden tot zorg”. In Terneuzen bouwde North Sea Port voor € 250 miljoen een nieuwe sluis.`;
const works = `Die Behörde prüfte 2021 den Einstieg von COSCO in Hamburg. Für 24,9 Prozent zahlte der Konzern 46 Millionen Euro.`;

const certain = (sentence: string, text: string, language = dutch) =>
  checkSentence(sentence, [{ text, language }])
    .filter(({ isCertain }) => isCertain)
    .map(({ kind, text: words }) => `${kind} ${words}`);

describe('a sentence about a report in another language', () => {
  it.each([
    ['In 2023 verwerkte Rotterdam 14,6 miljoen containers.', ['number 14,6']],
    ['In 2021 verwerkte Rotterdam 13,4 miljoen containers.', ['date 2021']],
    ['In 2023 verwerkte Antwerpen 13,4 miljoen containers.', ['name Antwerpen']],
    ['Volgens Castelein is dat “een reden tot zorg”.', ['quotation een reden tot zorg']],
    ['In Terneuzen kostte de sluis € 350 miljoen.', ['number € 350']],
  ])('is refused by its figures, names and quotations: %s', (sentence, told) => {
    expect(certain(sentence, port)).toEqual(told);
  });

  it.each([
    'Castelein noemt de daling met 7 % “geen reden tot zorg”.',
    'In Rotterdam waren er in 2023 13.4 miljoen containers, dus 13.400.000.',
    'De sluis in Terneuzen van North Sea Port kostte €250 miljoen.',
    'Rotterdamse overslag: twee van de tien containers minder.',
  ])('passes in the figures and names of its source, whatever its words: %s', (sentence) => {
    expect(certain(sentence, port)).toEqual([]);
  });

  it('may tell in figures what the source tells in words: a doubt', () => {
    const findings = checkSentence('Op 3 mei 2024 gingen 4 bruggen open.', [
      { text: 'Begin mei 2024 gingen vier bruggen open.', language: dutch },
    ]);
    expect(findings.map(({ text, isCertain }) => [text, isCertain])).toEqual([
      ['3', false],
      ['4', false],
    ]);
    const figures = 'Een dag later, op 27.01.2026, bezocht hij Gent.';
    expect(certain('Op 27 januari 2026 bezocht hij Gent.', figures)).toEqual([]);
    expect(certain('Op 27.01.2026 bezocht hij Gent.', 'Op 27 januari 2026 bezocht hij Gent.')).toEqual([]);
  });

  it('fires no rule of English, though the words be there', () => {
    // Two thirds, a denial, opposites, a binding: each an error in English.
    const source = 'Finland’s Nokia does not sell half of it. In May imports rose. China’s leadership met.';
    const sentences = [
      'Sweden’s Nokia does sell two thirds of it.',
      'In June imports fell.',
      'Finland’s leadership met.',
    ];
    const rulesIn = (language: typeof dutch) =>
      sentences.flatMap((one) => checkSentence(one, [{ text: source, language }]).map(({ rule }) => rule));
    expect(new Set(rulesIn(english))).toEqual(
      new Set(['number', 'date', 'name', 'attached', 'denied', 'opposed']),
    );
    expect(rulesIn(dutch)).toEqual(['name', 'name']);
  });

  it('takes the capitals of German nouns for no names, and those of initials for some', () => {
    expect(certain('Das Amt sah 2021 den Kauf durch COSCO.', works, german)).toEqual([]);
    expect(certain('Das Amt sah 2021 den Kauf durch MSC.', works, german)).toEqual(['name MSC']);
    expect(certain('Das Amt prüfte in Hamburg einen Anteil von 34,9 Prozent.', works, german)).toEqual([
      'number 34,9',
    ]);
  });

  it('is read by no language where its sources are in two', () => {
    expect(languageOf([{ language: dutch }, { language: languageCalled('nl') }])).toBe(dutch);
    expect(languageOf([{ language: dutch }, { language: polish }]).tag).toBe('und');
    expect(languageOf([{}, { language: english }])).toBe(english);
  });

  it('is judged by the networks where it is not the report’s own', async () => {
    const source = { text: port, language: dutch };
    const sentence = 'In 2023 daalde de overslag in Rotterdam met 7%.';
    const verdictOf = async (logit: number) =>
      (await verifySentence(sentence, [source], createFakeReaders(logit))).verdict;
    expect([await verdictOf(6), await verdictOf(-6)]).toEqual(['supported', 'unsupported']);
    const own = 'Volgens directeur Castelein is dat “geen reden tot zorg”.';
    expect(
      (await verifySentence(own, [{ ...source, text: port.replace(/\s+/g, ' ') }], createFakeReaders(-6)))
        .score,
    ).toBe(1);
  });

  it('has its figures, names and quotations found in the source', () => {
    const found = findSupported(
      align('In 2023 telde Rotterdam 13,4 miljoen containers, “geen reden tot zorg”.', [
        { text: port, language: dutch },
      ]),
    );
    expect(found.map(({ text }) => text)).toEqual(['2023', 'Rotterdam', '13,4', 'geen reden tot zorg']);
  });
});
