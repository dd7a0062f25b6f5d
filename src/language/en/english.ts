/** English: the only language of which every part is known. */

import type { Language } from '../../core/language.ts';
import { isForeignLanguage } from '../grammar-words.ts';
import { attachmentForms } from './attachment-forms.ts';
import { chapterNameForms } from './chapter-name-forms.ts';
import { cohesion } from './cohesion.ts';
import { dateForms } from './date-forms.ts';
import { derivationForms } from './derivation-forms.ts';
import { isEnglishWord, isListedWord } from './dictionary.ts';
import { draftForms } from './draft-forms.ts';
import { factForms } from './fact-forms.ts';
import { followUpForms } from './follow-up-forms.ts';
import { functionWords } from './function-words.ts';
import { glossQuestion } from './glosses/gloss-question.ts';
import { matterForms } from './matter-forms.ts';
import { modalityForms } from './modality-forms.ts';
import { nameForms } from './name-forms.ts';
import { numberForms } from './number-forms.ts';
import { polarityForms } from './polarity-forms.ts';
import { premiseForms } from './premise-forms.ts';
import { questionForms } from './question-forms.ts';
import { restatingForms } from './restating-forms.ts';
import { sentenceForms } from './sentence-forms.ts';
import { shareForms } from './share-forms.ts';
import { spellOut } from './spell-out.ts';
import { stemPlural } from './stem-plural.ts';
import { rootOf, stemWord } from './stem-word.ts';
import { areOpposites, areSynonyms, sidesOf, wordLikeness } from './word-families.ts';
import { article, clauseOpeners, conjunctions, joinParticle, respell } from './word-joins.ts';
import { wordVariants } from './word-variants.ts';

export const english: Language = {
  tag: 'en',
  name: 'English',
  sentences: sentenceForms,
  words: {
    article,
    functionWords,
    clauseOpeners,
    conjunctions,
    stemPlural,
    variants: wordVariants,
    stem: stemWord,
    root: rootOf,
    respell,
    joinParticle,
  },
  meanings: { likeness: wordLikeness, areSynonyms, areOpposites, sidesOf },
  names: nameForms,
  isWord: isEnglishWord,
  isListed: isListedWord,
  questions: questionForms,
  facts: factForms,
  chapterNames: chapterNameForms,
  matter: matterForms,
  cohesion,
  premises: premiseForms,
  drafts: draftForms,
  followUps: followUpForms,
  numbers: numberForms,
  dates: dateForms,
  derivations: derivationForms,
  restating: restatingForms,
  polarity: polarityForms,
  modality: modalityForms,
  attachments: attachmentForms,
  shares: shareForms,
  spellOut,
  gloss: (question, from) => (isForeignLanguage(from) ? glossQuestion(question, from) : question),
};
