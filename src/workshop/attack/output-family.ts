/** Attacks by what a document says on whoever reads it elsewhere: a terminal, a chat client, a language model's reader. */
import { replaceControls, toPlainJson } from '../../text/control-signs.ts';
import { escapeMarkdown, escapeMarkup } from '../../text/escape-markdown.ts';
import { findForeignMarkup } from '../../verify/checks/check-markup.ts';
import { type AttackFamily, countHeld } from './family.ts';
import { controlTexts, markupTexts } from './hostile-texts.ts';

const controls = /[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
/** What is left of Markdown without escaped signs and begins something. */
const begins = /[[`]|<[a-z!/]|(?:https?|ftp):\/\/|\bwww\./i;

const own = 'Sweden banned Huawei from its 5G networks in 2020.';

export const outputFamily: AttackFamily = {
  name: 'output',
  title: 'What a document says, where it is shown',
  about:
    'Held: no control character is left for the terminal, the log or JSON; nothing of a text is a link, an image, HTML or ' +
    'code in Markdown; an address or markup behind a true sentence is a problem of that sentence.',
  attack: async () => {
    const say = (texts: readonly string[], isSafe: (text: string) => boolean) =>
      texts.map((text) => (isSafe(text) ? null : JSON.stringify(text)));
    const isText = (markdown: string) => !begins.test(markdown.replace(/\\[!-/:-@[-`{-~]/g, ''));
    const sentences = markupTexts.map((text) => `${own} ${text}`);
    return [
      countHeld(
        'control characters printed, and in JSON',
        'shown as �, escaped',
        say(
          controlTexts,
          (text) => !controls.test(replaceControls(text)) && !controls.test(toPlainJson(text)),
        ),
      ),
      countHeld(
        'Markdown, HTML and addresses in an answer',
        'escaped',
        say(markupTexts, (text) => isText(escapeMarkdown(text)) && isText(escapeMarkup(text))),
      ),
      countHeld(
        'the same behind a true sentence',
        'a problem of the kind markup',
        say(sentences, (text) => findForeignMarkup(text, [{ text: own }]).findings.length > 0),
      ),
    ];
  },
};
