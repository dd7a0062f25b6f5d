import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isEnglishName } from '../answer/question/read-question.ts';
import { packageRoot } from '../config/settings.ts';
import { foreignLanguageQuestions } from '../testing/language/foreign-language-questions.ts';
import { readEvalFile } from '../workshop/evaluate/questions/eval-format.ts';
import { detectLanguage } from './detect-language.ts';
import { foreignLanguageCodes } from './grammar-words.ts';

describe('detectLanguage', () => {
  it.each(foreignLanguageCodes)('knows short questions in %s', (language) => {
    const missed = foreignLanguageQuestions[language].filter(
      (text) => detectLanguage(text, isEnglishName) !== language,
    );
    // One word of German is as likely a name.
    expect(missed).toEqual(language === 'de' ? ['Huawei Verbot Deutschland'] : []);
  });

  it('takes no question of the evals for another language', async () => {
    const questions = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
    const taken = questions.filter(({ question }) => detectLanguage(question, isEnglishName) !== null);
    expect(taken.map(({ question }) => question)).toEqual([]);
  });

  it.each([
    'Le Monde Airbus',
    'Der Spiegel Huawei',
    'El País on Huawei',
    'Telecom Italia 5G',
    'Deutsche Telekom Huawei',
    'Universidade do Porto',
    'De Correspondent ASML',
    'CATL Debrecen',
    'What did Die Zeit and Le Monde write about the Compagnie de Saint-Gobain?',
    'semiconductors',
    '5G',
    '',
  ])('takes names for names: %s', (text) => {
    expect(detectLanguage(text, isEnglishName)).toBeNull();
  });

  it('does without accents and capitals', () => {
    expect(detectLanguage('por que limito madrid a huawei')).toBe('es');
    expect(detectLanguage('jakie sa zrodla energii w polsce')).toBe('pl');
  });
});
