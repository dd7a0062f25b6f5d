/** Questions and parts of them in English. Pure. */
import type { FollowUpWording } from '../../core/follow-up-forms.ts';
import { article } from './word-joins.ts';

export const followUpWording: FollowUpWording = {
  askSource: (claim) => `Which source does the report cite for this: ${claim}?`,
  askSpeaker: (claim) => `Who said this: ${claim}?`,
  askMatter: (matter, where) => `What about ${matter} ${where}?`,
  further: (part) => `, and ${part}`,
  comparedWith: (names) => `, compared with ${names}`,
  list: (names) => {
    const last = names.at(-1) ?? '';
    return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  },
  withArticle: (name) => `the ${name}`,
  article,
  inside: (names) => `in ${names}`,
  about: (names) => `for ${names}`,
  ownedBy: (person) => `${person}’s`,
};
