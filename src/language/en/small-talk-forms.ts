/** What English speakers say in a conversation that asks nothing of a document. Each pattern matches the whole of it. Pure. */
import type { SmallTalkForms } from '../../core/question-forms.ts';

const praise =
  "(?:ok(?:ay)?|k|great|perfect|good|nice|super|fine|wonderful|excellent|brilliant|awesome|amazing|lovely|cool|neat|right|all ?right|alright|got it|i see|understood|noted|makes sense|fair enough|sure(?!.*\\?)|yes|yep|yeah|yup|ya|no|nope|exactly|indeed|agreed|uh[ -]?huh|m+h+m+|h?m+|ah+|oh+|aha|wow|interesting|(?:now )?i (?:get|got|understand) (?:it|that)|that['’]?s (?:right|what i (?:thought|meant|wanted|needed|was looking for)|it|all|clear)|good to know|i agree|true)";
const who =
  '(?:there|all|everyone|everybody|folks|friend|mate|buddy|bot|robot|assistant|verse|dear(?: \\w+)?|sir|madam)';
const hello =
  "(?:hell?o+|hi+|hiya|hey+|heya|howdy|yo|hallo|greetings|salutations|(?:a )?(?:very )?good (?:morning|afternoon|evening|day)|morning|evening|afternoon|what[’']?s up|sup|hi there)";
const thanks =
  "(?:thanks?|thank (?:you|u)|thankyou|thx|tnx|thnx|tks|ty|tysm|ta|merci|cheers|much appreciated|(?:i )?(?:really )?appreciate (?:it|that|this)|much obliged|many thanks|(?:i[’']?m )?(?:very |so )?grateful|you[’']?(?:re| are|ve| have) (?:been )?(?:a |very |so |really |such a )*(?:star|legend|lifesaver|help|helpful|great|amazing|the best|saved me [\\w ]{1,20}))";
const bye =
  "(?:bye|bye ?bye|goodbye|good ?night|cya|see (?:you|ya|u)|ttyl|talk (?:to you )?(?:later|soon)|catch you|farewell|so long|take care|until next time|later(?!.*\\?)|(?:i(?:['’]?ve| have)? )?(?:got to|gotta|have to|need to|must) (?:go|run|leave)|(?:i['’]?m )?(?:off|leaving|done|logging off|signing off)(?: here)?|that(?:['’]?s|['’]ll be| will be| is| was) (?:all|it|everything)(?: i needed| from me| for (?:now|today))*|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend|night))";
/** Said beside a greeting or thanks. */
const beside = `(?:${who}|dear|again|very much|so much|a lot|a bunch|a million|in advance|for now|for today|to (?:you|u|all|everyone)|exactly|just|what i (?:needed|wanted)|then|now|later|soon|tomorrow|around|today|and|anyway|back|i['’]?m back|it['’]?s me(?: again)?|once more|indeed|really|for (?:that|this|it|everything|now|your (?:help|time|patience|answers?)|the (?:help|answers?|info|quick \\w+)|all that|(?:finding|helping|explaining|clearing|looking)(?: (?:me|it|this|that|up|out|so|very|quickly|fast|all|with))*)|(?:that|this|it)(?:['’]s| is| was)? (?:very |really |all |quite |just )?(?:helps?|helped|helpful|useful|great|good|perfect|clear|enough|all|it|interesting|what i (?:needed|wanted))(?: (?:a lot|me|for now|i need(?:ed)?))?)`;
const asksHelp =
  "(?:(?:can|could|will|would) you help(?: me)?(?: out)?(?: with (?:this|that|something))?|how are (?:you|things)(?: (?:today|doing))?|how(?:[’']s| is) it going|nice to meet you|(?:are )?you there|anyone (?:there|here|home))";

/** Any number of the first, then of the others in any order, with marks between. */
const whole = (first: string, ...others: readonly string[]) =>
  new RegExp(`^\\W*(?:${praise}\\W+){0,3}${first}(?:\\W+(?:${[first, ...others].join('|')})){0,6}\\W*$`, 'i');

const you = '(?:you|u|this(?: (?:thing|tool|program|chat|bot|assistant|app))?|verse|chapter (?:and|&) verse)';

export const smallTalkForms: SmallTalkForms = {
  greeting: whole(hello, beside, asksHelp),
  farewell: whole(`(?:(?:${thanks})\\W+)?${bye}`, beside, thanks),
  thanks: whole(thanks, beside),
  agreement: new RegExp(
    `^\\W*${praise}(?:\\W+(?:${praise}|${beside}|that|this|it|with (?:that|this|you)|makes sense)){0,4}\\W*$`,
    'i',
  ),
  abilities: new RegExp(
    `^\\W*(?:${[
      `(?:what|wat) (?:can|could|do) ${you} (?:actually |really )?(?:do|help(?: me)? with|answer|know|understand)(?: for me)?`,
      `(?:can|could|please|just)? ?(?:you )?(?:tell|show) me what ${you} (?:can|could) do`,
      `(?:tell me )?what(?:['’]?re| are) ${you} (?:good for|good at|able to do|capable of|for|meant for)`,
      `tell me what ${you}(?:['’]re| are) (?:good for|good at|able to do|capable of)`,
      `what are your (?:limits|limitations|abilities|capabilities|features|functions|skills)`,
      `(?:do|can) you (?:also )?(?:understand|speak|answer in|read) (?:other languages?|(?:scanned |several |other )?(?:pdfs?|scans?|tables?|pictures?|images?|charts?|figures?)|\\w+)(?:,? (?:too|also|as well|or only \\w+|or \\w+|and \\w+)){0,3}`,
      `can you (?:search|read|handle|answer|compare|do) (?:more than one|several|two|many|multiple) (?:report|document|file|pdf|question)s?(?: at (?:once|a time|the same time))?`,
      `(?:i['’]?m new here\\W+)?(?:how|where) (?:do|can|should) i (?:get started|start|begin)(?: here)?`,
      `(?:what|wat) (?:can|could|may|should|do) i ask(?: ${you})?(?: about| here)?`,
      `what (?:kinds?|sorts?|types?) of (?:questions?|things?|stuff) (?:can|may|should|could|do) (?:i ask(?: ${you})?|${you} (?:answer|do|help with|understand))`,
      `(?:who|what) are you`,
      `how (?:do|does|can|should|would) (?:i|${you}) (?:use (?:this(?: (?:thing|tool|program|app))?|it|you)|work|ask(?: (?:a )?questions?)?)(?: here)?`,
      `what is ${you}`,
      `can you help(?: me)?`,
      `(?:what|who) is (?:this|the) (?:tool|program|app|site|page|bot|thing)(?: for)?`,
      `(?:can|could|would|will) you (?:please )?(?:explain|tell me|show me) what ${you} (?:can|could|are able to) (?:do|help(?: me)? with)`,
      `(?:can|could|are) you (?:able to )?(?:also )?(?:summari[sz]e|translate|make charts|draw|calculate|write|read tables|do maths?|reckon)(?: things| texts?| reports?| anything| me anything)?`,
      `(?:can|could) you (?:please )?(?:give|show)(?: me)? (?:some |a few )?(?:example|sample) questions?`,
      `(?:are there|is there|what are the) (?:any )?(?:commands?|shortcuts?|instructions?|help)(?: (?:i should know|here|for this))?`,
      'help(?: me)?(?: please)?',
    ].join('|')})(?: exactly| please)?\\W*$`,
    'i',
  ),
};
