/** Attacks by the length and the nesting of drafts. */
import { readDraft } from '../../claims/draft/read-draft.ts';
import { seededRandom } from '../../core/seeded-random.ts';
import { chooseLanguage } from '../../language/choose-language.ts';
import { type AttackFamily, type AttackSettings, countHeld } from './family.ts';
import { repeatedSigns } from './hostile-texts.ts';
import { withinLimit } from './within-limit.ts';

const bytes = { one: 200_000, mixed: 100_000, most: 5_000_000 };
const mixedDrafts = 100;

/** Why a draft was not read; null where it was. */
function tryDraft(draft: string, what: string): string | null {
  try {
    const language = chooseLanguage([draft]);
    withinLimit(() => readDraft(draft, { format: 'markdown', isChapter: () => false, language }));
    return null;
  } catch (error) {
    return `${JSON.stringify(what)}: ${error instanceof Error ? error.message : error}`;
  }
}

function mixDraft(random: () => number): string {
  let draft = '';
  while (draft.length < bytes.mixed) {
    const sign = repeatedSigns[Math.floor(random() * repeatedSigns.length)] ?? '';
    draft += sign.repeat(1 + Math.floor(random() * 2000));
  }
  return draft;
}

export const textFamily: AttackFamily = {
  name: 'text',
  title: 'Drafts of any signs',
  about: 'Held: the draft is read, in time linear in its length and with no stack to overflow.',
  attack: async ({ seed, onProgress, signal }: AttackSettings) => {
    const random = seededRandom(seed);
    const total = repeatedSigns.length + mixedDrafts;
    const step = (done: number) => {
      signal?.throwIfAborted();
      onProgress?.({ stage: 'text', done, total });
    };
    const repeated = repeatedSigns.map((sign, index) => {
      step(index);
      return tryDraft(`Bosch cuts ${sign.repeat(bytes.one / sign.length)} jobs.`, sign);
    });
    const mixed = Array.from({ length: mixedDrafts }, (_, index) => {
      step(repeatedSigns.length + index);
      return tryDraft(mixDraft(random), `mixture ${index}`);
    });
    const long = ['> ', '_a_b ', 'Bosch cuts jobs. '].map((sign) =>
      tryDraft(sign.repeat(bytes.most / sign.length), sign),
    );
    return [
      countHeld('one sign or opening, 200 kB of it', 'read line by line, without recursion', repeated),
      countHeld('mixtures and nestings of them, 100 kB', 'read', mixed),
      countHeld('5 MB of nested quotations, emphasis, sentences', 'read', long),
    ];
  },
};
