/** The passive in English. Pure. */
import { listWords } from '../list-words.ts';

export const beForms = listWords('is are was were been being be got get');
export const participle = /(?:ed|en|wn|ght|ld|de|ut|un|id|nt)$/;
/** Names who does it. */
export const agent = 'by';
