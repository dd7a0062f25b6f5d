/** Passages of the report, and what the rules find in a sentence that is checked against one. */
import { checkSentence } from '../../verify/checks/check-sentence.ts';
import type { SourceText } from '../../verify/verification.ts';

export const sweden: SourceText = {
  chapter: 'Sweden',
  subjects: ['China'],
  text: "After Chinese Geely acquired Swedish carmaker Volvo Cars in 2010, China has become the largest source of foreign-owned companies' research and development (R&D) investments in Sweden. In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013. In addition, China has become, in recent years, the second most important destination for R&D investments by Swedish companies. Recent examples include truck maker Scania, which inaugurated a new factory in Rugao, Jiangsu Province, in 2025 – the first wholly-owned truck plant by a Western company in China.",
};
export const germany: SourceText = {
  chapter: 'Germany',
  subjects: ['China'],
  text: 'In 2025, around 120,000 industry jobs were lost in Germany, and competition from China is considered a main factor. Bosch alone has announced cutting more than 20,000 jobs in its automotive division due to weak global demand for German cars. In 2025, Germany’s exports to China decreased by 9.7%, while imports of Chinese goods increased by 8.8% (year-on-year).',
};
export const latvia: SourceText = {
  chapter: 'Latvia',
  subjects: ['China'],
  text: 'MGI Latvia was registered in October 2017 as a subsidiary of MGI Tech Co., itself then a subsidiary of BGI (Beijing Genomics Institute) Group. The Latvian Investment and Development Agency celebrated the initial €20 million investment as a “success story.”',
};

/** The kinds of the findings; doubts are in brackets. */
export function kindsOf(sentence: string, source: SourceText): string[] {
  return checkSentence(sentence, [source]).map(({ kind, isCertain }) => (isCertain ? kind : `(${kind})`));
}

/** The kinds of the certain findings. */
export function certainOf(sentence: string, source: SourceText): string[] {
  return kindsOf(sentence, source).filter((kind) => !kind.startsWith('('));
}
