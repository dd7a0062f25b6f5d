/** What English speakers say in a conversation that asks nothing of a document. Each pattern matches the whole of it. Pure. */
import type { SmallTalkForms } from '../../core/question-forms.ts';

const praise =
  '(?:ok(?:ay)?|great|perfect|good|nice|super|fine|wonderful|excellent|brilliant|cool|right|all ?right|got it|i see|understood|makes sense)';
const hello = '(?:hello|hi|hey|greetings|good (?:morning|afternoon|evening|day))';
const thanks = '(?:thanks|thank you|thx|cheers|much appreciated|many thanks)';
const bye =
  '(?:bye|bye bye|goodbye|good night|see you|farewell|so long|have a (?:nice|good|great) (?:day|one|evening|weekend))';
/** Said beside a greeting or thanks. */
const beside =
  "(?:there|again|all|everyone|very much|so much|a lot|a bunch|in advance|for now|then|now|later|tomorrow|anyway|for (?:that|this|it|your help|the help|all that)|(?:that|this|it)(?:['’]s| is| was)? (?:very |really |all |quite )?(?:helps?|helped|helpful|useful|great|good|perfect|clear|enough|all|it|interesting)(?: (?:a lot|me|for now|i need(?:ed)?))?)";
const asksHelp =
  '(?:(?:can|could|will|would) you help(?: me)?(?: out)?(?: with (?:this|that|something))?|how are you(?: (?:today|doing))?|nice to meet you)';

/** Any number of the first, then of the others in any order, with marks between. */
const whole = (first: string, ...others: readonly string[]) =>
  new RegExp(`^\\W*(?:${praise}\\W+){0,3}${first}(?:\\W+(?:${[first, ...others].join('|')})){0,6}\\W*$`, 'i');

const you = '(?:you|this(?: (?:thing|tool|program|chat|bot|assistant|app))?|verse|chapter (?:and|&) verse)';

export const smallTalkForms: SmallTalkForms = {
  greeting: whole(hello, beside, asksHelp),
  farewell: whole(`(?:(?:${thanks})\\W+)?${bye}`, beside, thanks),
  thanks: whole(thanks, beside),
  agreement: new RegExp(`^\\W*${praise}(?:\\W+(?:${praise}|${beside})){0,4}\\W*$`, 'i'),
  abilities: new RegExp(
    `^\\W*(?:${[
      `what (?:can|could|do) ${you} (?:do|help(?: me)? with|answer|know)(?: for me)?`,
      `what (?:can|could|may|should|do) i ask(?: ${you})?(?: about| here)?`,
      `what (?:kinds?|sorts?) of questions? (?:can|may|should|could) i ask(?: ${you})?`,
      `(?:who|what) are you`,
      `how (?:do|does|can|should|would) (?:i|${you}) (?:use (?:this|it|you)|work|ask(?: questions?)?)(?: here)?`,
      `what is ${you}`,
      `can you help(?: me)?`,
      'help(?: me)?(?: please)?',
    ].join('|')})(?: exactly| please)?\\W*$`,
    'i',
  ),
};
