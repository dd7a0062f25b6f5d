import { describe, expect, it } from 'vitest';
import { answerTypeOf } from '../../../answer/question/answer-type.ts';
import { analyseQuestion } from '../../../answer/question/question.ts';
import { sampleGazetteer } from '../../../testing/answers/sample-gazetteer.ts';
import { english } from '../english.ts';
import { glossQuestion } from './gloss-question.ts';

describe('glossQuestion', () => {
  it.each([
    [
      'de',
      'Wie viele Stellen baut Bosch in Deutschland bis 2030 ab?',
      'how many jobs baut Bosch Germany 2030?',
    ],
    ['fr', "Combien d'emplois Bosch supprime-t-il en Allemagne ?", 'how much jobs Bosch supprime Germany?'],
    ['es', '¿Cuándo excluyó Suecia a Huawei de la red 5G?', 'when ban Sweden Huawei network 5G?'],
    ['it', 'Chi ha firmato l’accordo con la Cina?', 'who sign agreement China?'],
    [
      'nl',
      'Waarom werkt Nederland samen met Chinese universiteiten?',
      'why werkt Netherlands samen Chinese university?',
    ],
    ['pl', 'Kiedy Łotwa podpisała umowę z Chinami?', 'when Latvia sign agreement China?'],
    ['pt', 'Quando é que a Hungria assinou o acordo?', 'when Hungary sign agreement?'],
  ] as const)('puts a question in %s into English words: %s', (language, text, english) => {
    expect(glossQuestion(text, language)).toBe(english);
  });

  it('takes compounds apart', () => {
    expect(glossQuestion('Halbleiterexporte und Batteriefabriken', 'de')).toBe(
      'semiconductor export and battery factory?',
    );
    expect(glossQuestion('Huawei-Verbot', 'de')).toBe('Huawei ban?');
  });

  it('reads names of two words, and never the words behind a stem as its ending', () => {
    expect(glossQuestion('usines aux Pays-Bas', 'fr')).toBe('factory Netherlands?');
    expect(glossQuestion('coches fabricados en Países Bajos', 'es')).toBe('car production Netherlands?');
  });

  it.each([
    ['de', 'Wie viel Prozent der Autos sind chinesisch?', 'percentage'],
    ['fr', 'Quand la Chine a-t-elle annoncé ce plan ?', 'date'],
    ['es', '¿Quién dirige Nester?', 'person'],
    ['it', 'Quante aziende cinesi ci sono?', 'number'],
    ['nl', 'Waarom werd Huawei uitgesloten?', 'reason'],
    ['pl', 'Ilu studentów jest w Polsce?', 'number'],
    ['pt', 'Quem assinou o acordo?', 'person'],
  ] as const)('keeps what is asked for, in %s: %s', (language, text, type) => {
    expect(answerTypeOf(glossQuestion(text, language), english)).toBe(type);
  });

  it('keeps chapters, comparisons and denials for the analysis', () => {
    const gazetteer = sampleGazetteer(['Denmark', 'Finland']);
    const analysis = analyseQuestion(
      glossQuestion('Warum wollen Dänemark und Finnland Huawei nicht?', 'de'),
      gazetteer,
      english,
    );
    expect(analysis).toMatchObject({
      chapters: ['Denmark', 'Finland'],
      compared: ['Denmark', 'Finland'],
      isNegated: true,
      answerType: 'reason',
    });
  });
});
