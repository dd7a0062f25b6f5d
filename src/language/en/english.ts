/** English: the only language of which every part is known. */

import type { Language } from '../../core/language.ts';
import { isForeignLanguage } from '../grammar-words.ts';
import { cohesion } from './cohesion.ts';
import { isEnglishWord } from './dictionary.ts';
import { draftForms } from './draft-forms.ts';
import { factForms } from './fact-forms.ts';
import { functionWords } from './function-words.ts';
import { glossQuestion } from './glosses/gloss-question.ts';
import { premiseForms } from './premise-forms.ts';
import { questionForms } from './question-forms.ts';
import { sentenceForms } from './sentence-forms.ts';
import { stemPlural } from './stem-plural.ts';
import { rootOf, stemWord } from './stem-word.ts';
import { areOpposites, areSynonyms, sidesOf, wordLikeness } from './word-families.ts';
import { wordVariants } from './word-variants.ts';

export const english: Language = {
  tag: 'en',
  name: 'English',
  sentences: sentenceForms,
  words: { functionWords, stemPlural, variants: wordVariants, stem: stemWord, root: rootOf },
  meanings: { likeness: wordLikeness, areSynonyms, areOpposites, sidesOf },
  isWord: isEnglishWord,
  questions: questionForms,
  facts: factForms,
  cohesion,
  premises: premiseForms,
  drafts: draftForms,
  gloss: (question, from) => (isForeignLanguage(from) ? glossQuestion(question, from) : question),
};
