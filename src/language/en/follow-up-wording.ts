/** Questions and parts of them in English. Pure. */
import type { FollowUpWording } from '../../core/follow-up-forms.ts';
import { article } from './word-joins.ts';

function listWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

export const followUpWording: FollowUpWording = {
  askAgain: (question) => `What was the answer to “${question}”?`,
  askPage: (question) => `On which page is the answer to “${question}”?`,
  askSource: (question) => `What is the source of the answer to “${question}”?`,
  askSure: (question) => `Is that right, the answer to “${question}”?`,
  isAbout: (text) =>
    /^(?:What was|On which page is|What is the source of|Is that right,) the answer to “.+”\?$/s.test(text),
  after: (question, before) => `${question} (after ${listWords(before.map((one) => `“${one}”`))})`,
  readAfter: (text) => {
    const found = /^(.*\S) \(after “(.+)”\)$/s.exec(text);
    const [, question = '', before = ''] = found ?? [];
    return found === null ? null : { question, before: before.split('” and “') };
  },
  askAbout: (matter) => `What about ${matter}?`,
  askSpeaker: (claim) => `Who said this: ${claim}?`,
  askMatter: (matter, where) => `What about ${matter} ${where}?`,
  further: (part) => `, and ${part}`,
  comparedWith: (names) => `, compared with ${names}`,
  list: listWords,
  withArticle: (name) => `the ${name}`,
  article,
  inside: (names) => `in ${names}`,
  about: (names) => `for ${names}`,
  ownedBy: (person) => `${person}’s`,
};
