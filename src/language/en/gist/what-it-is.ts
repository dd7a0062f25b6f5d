/** What an English document is, and how it was made. Pure. */
import type { GistForm } from '../../../core/gist-forms.ts';
import { anywhere, document, doing, headed, ours, we } from './patterns.ts';

export const purpose: GistForm = {
  gist: 'purpose',
  asked: anywhere(
    'purpose',
    'objectives?\\b',
    'aim(?:s|ed)?\\b',
    'goals?\\b',
    'why (?:was|is|were|did|do|does) .{0,60}\\b(?:written|write|produce|publish|made|make|prepared?|commission|conduct|carried out|undertake|undertook|done|do|study|examine|look|created?|exist|issue|need|investigat)',
    '(?:set|sets|setting|trying|try|tries|seeks?|intend(?:s|ed)?|meant|supposed) (?:out )?to (?:do|answer|achieve|find|show|accomplish|address|explain|establish)',
    '(?:research )?questions? .{0,40}\\b(?:answer|address|ask|pursue|examine|set|investigat|explor)',
    '(?:answers?|asks?|pursues?|addresses) .{0,20}\\bquestions?',
    'what (?:is|was) .{1,40}\\b(?:for|intended to do|meant to do)\\s*\\?*$',
    'who asked for|requested',
  ),
  headings: headed(
    '(?:research )?(?:purpose|objectives?|aims?|goals?)(?: .{1,50})?',
    '(?:scope|aims?|background) and (?:purpose|objectives?|aims?)',
    'why .{1,30} did this (?:study|report|review)',
    'about (?:this|the) .{1,30}',
    '(?:research|key) questions?(?: .{1,40})?',
  ),
  says: anywhere(
    `(?:purpose|aim|goal|objective|task|intention)s? (?:of|in) (?:this|the|our) (?:present )?${document}`,
    `${ours} (?:also |therefore |thus |will |first )*${doing}\\b`,
    `in ${ours},? ${we}\\b`,
    `${we} (?:set out|examine[d]?|address|assess|evaluate|investigate)\\b`,
    '(?:our|research|key|specific) (?:objectives?|questions?|aims?) (?:is|are|was|were)\\b',
    'asked (?:us|that we)\\b',
    '(?:was|were) asked to\\b',
    `${document} (?:was|is) (?:prepared|written|developed|commissioned|intended|designed|meant)\\b`,
  ),
  elsewhere: ['summary'],
};

export const problem: GistForm = {
  gist: 'problem',
  asked: anywhere(
    '(?:problem|challenge|issue|gap|concern|need|trouble)s? .{0,40}\\b(?:address|solve|tackle|deal|take up|set out|respond|fix|try|trying|behind|identif|describe|motivat|prompt)',
    '(?:address|solve|tackle|fix|respond)\\S* .{0,30}\\b(?:problem|challenge|issue|gap)',
    'what (?:is|was|are) the (?:problem|challenge|issue)s?\\b',
    'motivat',
    'what prompted',
  ),
  headings: headed(
    '(?:statement of )?(?:the )?(?:research )?problem(?: statement)?',
    '(?:\\S+ )?challenges?',
    'why it matters',
    'why .{1,30} did this (?:study|report|review)',
    'motivation',
    'the need for .{1,40}',
    'rationale',
  ),
  says: anywhere(
    `(?:problem|challenge|gap|question|issue)s? (?:that )?${ours}\\b`,
    `${ours} (?:also )?(?:addresses|tackles|responds to)\\b`,
    '(?:central|main|core|key|research|real|underlying) (?:problem|challenge)s?\\b',
    'problems? (?:is|are|was|were) that\\b',
  ),
  elsewhere: ['purpose', 'summary'],
};

export const scope: GistForm = {
  gist: 'scope',
  asked: anywhere(
    'scope\\b',
    'cover(?:s|ed|age)?\\b',
    'leave[sd]? (?:out|aside)',
    'left (?:out|aside)',
    'exclud',
    'outside (?:of )?(?:its|the)',
    'not (?:deal|address|include|discuss|look)',
    'focus',
  ),
  headings: headed(
    '(?:objectives?,? (?:and )?)?scope(?: .{1,50})?',
    'what (?:we|this .{1,20}|is) (?:left out|covers?|covered|not covered)',
    'applicability',
    '.{1,20} and scope',
  ),
  says: anywhere(
    `${ours} (?:only |also |does not |do not |is |will |primarily |mainly )*(?:covers?|address(?:es)?|focus(?:es|ed)?|applies|apply|includes?|excludes?|limit(?:s|ed)|concentrates?|deals?)\\b`,
    `scope of ${ours}`,
    `(?:beyond|outside|out of) the scope of\\b`,
    `${we} (?:have |do |did )?(?:limited|excluded|focus|focused|leave|left|not (?:cover|address|include|consider|discuss))\\b`,
    'not purport to\\b',
  ),
  elsewhere: ['purpose', 'method', 'summary'],
};

export const audience: GistForm = {
  gist: 'audience',
  asked: anywhere(
    'audience',
    'readers?(?:hip)?\\b',
    'who (?:is|are|was|should|might|would|needs?|can) .{0,40}\\b(?:for|read|aimed|intended|meant|addressed|directed)\\b',
    'who (?:is|are) (?:supposed|meant|expected) to (?:use|read|follow|apply)\\b',
    '(?:for|to) whom\\b',
    '(?:target|intended) (?:group|user)',
  ),
  headings: headed(
    '(?:intended |target )?(?:audiences?|readership)',
    'who should (?:read|use) .{1,30}',
    '.{1,20} and audience',
    'audience and .{1,20}',
  ),
  says: anywhere(
    '(?:intended|target|primary|main) (?:audience|reader|user)s?\\b',
    'audience (?:of|for) (?:this|the present|our)\\b',
    'readers? (?:of this|who|will|should|may|with)\\b',
    `${document} (?:is|was|will be) (?:also |primarily |mainly )*(?:for|intended|written|aimed|designed|addressed|meant|useful|of (?:interest|use|value))\\b`,
    '(?:aimed|addressed|directed) (?:specifically |primarily |mainly )?(?:at|to) (?:people|those|readers|students|practitioners|researchers|policymakers|managers)\\b',
    'of (?:interest|use|value) to (?:\\S+ )?(?:readers|students|scholars|practitioners|policy ?makers|researchers|lawyers|anyone|everyone)\\b',
  ),
  elsewhere: ['purpose', 'scope', 'summary'],
};

export const method: GistForm = {
  gist: 'method',
  asked: anywhere(
    'method',
    'approach',
    'how (?:was|were|is|are|did|do|does) .{0,60}\\b(?:done|conduct|carr(?:y|ied)|made|prepared|compiled|produced|gather|collect|researched|analy[sz]e|work|put together|written|reach|arrive|go about|study|come to|base[ds]?|drawn up|evidence|investigat)',
    '(?:what|which|where) .{0,30}\\b(?:data|sources|evidence|material|information)\\b.{0,40}\\b(?:us|bas|rel|draw|come|collect|analy|rest)',
    'based on\\b',
    'data sources?\\b',
    'whom? did (?:they|the authors) (?:interview|talk|survey)',
    'sample\\b',
  ),
  headings: headed(
    '(?:(?:objectives?|scope)[,;]?(?: and| &)? ?)*(?:research )?method(?:s|ology|ologies)?(?: .{1,30})?',
    '.{1,30} (?:and|&) method(?:s|ology)',
    '(?:research|study|our) (?:approach|design)',
    'data (?:sources|collection|and (?:methods?|sources))',
    `how (?:we|this ${document}) .{1,30}`,
    'materials and methods',
    '(?:about|basis of) th(?:is|e) (?:report|research|study|data)',
  ),
  says: anywhere(
    `${we} (?:have |also |then |first )*(?:reviewed|analy[sz]ed|interviewed|surveyed|collected|examined|conducted|used|obtained|selected|met with|spoke|compared|gathered)\\b`,
    `${ours} (?:is|was|were) (?:largely |mainly )?(?:based|conducted|carried out|prepared)\\b`,
    `${ours} (?:uses|employs|applies|draws on|relies on|follows|analy[sz]es|compares)\\b`,
    '(?:methodology|method|approach) (?:of|in|used in|for) (?:this|the present|our)\\b',
  ),
  elsewhere: ['purpose', 'summary'],
};

export const limits: GistForm = {
  gist: 'limits',
  asked: anywhere(
    'limitation',
    'limits?\\b',
    'caveat',
    'shortcoming',
    'weakness',
    'disclaimer',
    'how reliable',
    'drawbacks? of (?:the|this)',
  ),
  headings: headed(
    '(?:strengths and )?limitations?(?: (?:of|to|and) .{1,40})?',
    '.{1,30} (?:and|,) limitations',
    'caveats?(?: .{1,40})?',
    'what (?:we|is) (?:left out|not covered)',
    'reliability .{1,30}',
  ),
  says: anywhere(
    'limitations? (?:of|in|to) (?:this|the present|our|the data|these)\\b',
    `(?:${ours}|our data|these data|the data) (?:is|are|was|were|does|do|did|has|have) (?:\\S+ )?(?:not|limited)\\b`,
    'should be (?:interpreted|read|treated|used) with (?:caution|care)',
    `${we} (?:did|do|could|can) ?not (?:assess|examine|include|attempt|consider|address|review|cover|evaluate|verify|determine)\\b`,
    'not purport to\\b',
  ),
  elsewhere: ['method', 'scope'],
};
