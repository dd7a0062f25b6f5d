/** What kind of thing an English question asks for, by its words. Pure. */
import type { QuestionForms } from '../../core/language.ts';
import { currencyNouns } from './currencies.ts';

const sourceNouns =
  'source|publication|study|survey|poll|report|article|paper|outlet|newspaper|magazine|broadcaster|website|agency|database|data ?set|document|reference|endnote|footnote|press release|think tank|institute|book|journal|media|medium';
const citing =
  'cit(?:e[sd]?|ing|ation)|referenc\\w*|rel(?:y|ies|ied) on|dr[ae]w\\w* on|based|back(?:s|ed|ing)?|support(?:s|ed)?|quot(?:e[sd]?|ing)|us(?:e[sd]?|ing)|point(?:s|ed)? to|behind|c[oa]mes? from|taken from';
const sourceRules = [
  `\\b(?:which|what|whose|name the)\\b[^?]{0,40}?\\b(?:${sourceNouns})s?\\b[^?]*\\b(?:report|chapter|authors?|figures?|claims?|numbers?|text|it)\\b[^?]*\\b(?:${citing})\\b`,
  `\\b(?:which|what|whose)\\b[^?]{0,40}?\\b(?:${sourceNouns})s?\\b[^?]*\\b(?:is|are|was|were)\\b[^?]*\\b(?:cited|quoted|referenced|given|named)\\b`,
  `\\b(?:which|what|whose)\\b[^?]{0,40}?\\b(?:${sourceNouns})s?\\b[^?]*\\b(?:behind|back(?:s|ing)?|supports?|underl(?:ies|ie|ay|ying))\\b[^?]*\\b(?:claim|figure|number|idea|finding|statement|what is said)s?\\b`,
  '\\b(?:source|reference|endnote|footnote|citation)s? (?:for|behind|of the (?:claim|figure|number))\\b',
  '\\bwhere (?:does|do|did) (?:the (?:report|chapter|figures?|numbers?|claim)|it|that|this)\\b[^?]*\\b(?:take|get|come)',
  '\\bwhat does the (?:report|chapter) cite\\b',
  `\\bon (?:what|which) (?:${sourceNouns})\\b`,
  '\\b(?:give me|name|find|show me) the [^?]{0,40}\\bcited (?:on|for|as)\\b',
];

const causeNouns = '(?:reason|cause|reasoning|rationale|motive|motivation)s?';
const reasonRules = [
  '^\\s*why\\b',
  '[.?!,]\\s*why\\b',
  '\\b(?:and|so|but) why\\b',
  '\\bhow come\\b',
  `\\bwhat (?:is|are|was|were|'s) (?:(?:the|their|its|his|her) (?:main |official )?|[^?]{1,40}['’]s? )${causeNouns}`,
  `\\bwhat ${causeNouns} (?:does|do|did|is|are|was|were|has|have)\\b`,
  '\\bfor what reason',
  '\\bwhat (?:is|was|were|are) the (?:main |biggest |chief )?(?:thing|factor|driver)s? (?:that|behind)\\b',
  '^\\s*on (?:what|which) grounds\\b',
  '^\\s*what (?:explains|might explain|could explain|caused|lay behind|lies behind|is the point of)\\b',
  // "What made the government shut them out": made to do, not made of.
  '\\bwhat made (?!of\\b|in\\b|by\\b)(?:[\\p{L}-]+ ){1,5}\\p{L}+',
  '\\bwhat\\b[^?]{0,20}\\b(?:pushed|prompted|drove|led|moved) [^?]+ to\\b',
];

const shareNouns = '(?:share|percentage|proportion|portion|fraction|slice)';
const percentageRules = [
  `\\b(?:what|which) ${shareNouns}\\b`,
  // "What part of the phones sold are Chinese" asks how many; "in which part of the network" asks where.
  '(?<!\\b(?:in|from|to|on|at|for) )\\bwhat part of\\b',
  '\\bhow many per ?cent\\b|\\bwhat per ?cent|\\bpercentage\\b|%',
  `\\bhow (?:large|big|high|small|great) (?:a |an |is the |was the |is |was )?(?:[\\p{L}'’-]+ )?${shareNouns}\\b`,
  '\\bhow (?:large|big|high|small|great) a part\\b',
  '\\bby how much\\b|\\bby what factor\\b|\\bhow steeply\\b|\\bmarket share\\b|\\bas a share of\\b|\\bwhat (?:\\w+ )?rate\\b',
  "\\bwhat (?:is|was|were|are) (?:the |[\\p{L}'’]+['’]s? )?(?:current |annual |average )?(?:[\\p{L}-]+ )?(?:rate|inflation)\\b",
  '\\bhow much (?:did|has|have|does|do|will)\\b[^?]*\\b(?:grow|grown|rise|risen|increased?|fall|fallen|drop|dropped|decreased?|declined?|shrink|shrunk)\\b',
  // Keywords instead of a sentence: "share of Chinese kit in Slovak networks", "the share of Swedes who".
  "^(?:[\\p{L}'’-]+ )?share of\\b|\\bhow (?:does|do|did|has|is) the share of\\b",
];

const moneyNouns =
  'costs?|price(?! dumping)|budget|fine|sum|amount|turnover|revenues?|sales|total (?:bill|value)';
const amountRules = [
  '\\bhow much (?:money|funding|investment|capital|is|was|were|did|does|do|has|have|will|would)\\b',
  '\\bhow much (?:[\\p{L}-]+ ){1,2}(?:money|funding|aid|support|investment|capital|subsid\\p{L}+)\\b',
  // "What kinds of cost" asks which.
  `\\b(?:what(?! (?:kind|sort|type|form)s? of\\b)|how (?:large|big|high|great)) (?:is|was|were|are|did|does)?\\b[^?]{0,60}\\b(?:${moneyNouns}|(?:trade|budget) (?:deficit|surplus))\\b`,
  '\\b(?:cost|price|price tag|worth|budget|fine|amount|sum)\\s*\\?',
  `\\bhow expensive\\b|\\bhow many (?:${currencyNouns}|billions?|millions?)\\b|\\bwhat (?:sum|amount)\\b`,
  `\\bwhat\\b[^?]*\\bin (?:${currencyNouns})\\b|\\bwhat did (?:the )?(?:[\\p{L}-]+ ){1,3}pay for (?:the|its|his|her|their)\\b`,
  // Keywords instead of a sentence.
  '^costs? of\\b|^(?!what|how|which|who|why|where|when)[^?]*\\b(?:turnover|revenues?|investment size)\\b',
];

const numberRules = [
  '\\bhow (?:many|often|long|large|big|old|high|few|tall)\\b',
  '\\bhow far\\b(?! (?:along|has|have|had|did|does|do|will)\\b)',
  '\\bwhat (?:\\p{L}+ )?(?:number|figure|rank|capacity|size|score|ranking)\\b',
  "\\bwhat (?:is|was) (?:[\\p{L}'’-]+ )?population\\b",
  '\\bnumber of\\b|\\bhow much\\b',
];

const auxiliaries = 'did|was|were|is|are|will|does|do|has|had|have|can|could|must|should';
const dateRules = [
  // Not where "when" only sets the scene: "When Wang came, which fields did he name?"
  `^\\s*(?:and |so |since |until |till |by )*when\\b(?! (?!${auxiliaries})[^?]*\\b(?:which|what|how|who|why|where)\\b)`,
  `[,;:?.]\\s*(?:since |until |by )?when (?:${auxiliaries})\\b`,
  '\\bwhen (?:did|was|were|will|does)\\b',
  '\\b(?:what|which) (?:year|month|date|day|decade)\\b|\\bin (?:what|which) (?:years|months)\\b',
  '\\b(?:since|until|by|from) when\\b',
  // Keywords instead of a sentence: "Latvia leaves 17+1 when", "5G exclusion year".
  `^(?!(?:what|how|which|who|why|where|${auxiliaries})\\b).*\\b(?:when|year)\\s*\\??$`,
];

const people =
  'minister|president|director|politician|official|ceo|chief|head|boss|chair(?:man|woman)?|founder|author|leader|professor|mathematician|scientist|researcher|entrepreneur|ambassador|commissioner|mayor|cabinet member|person|man|woman';
const personRules = [
  // A question's "who", not the one of "the share of Swedes who …"; and no choice: "Who leads, France or Italy?"
  '(?:^|[.?!,;:–—-]\\s*|\\b(?:and|or|but|so|exactly|know)\\s+)who\\b(?! (?:else )?(?:counts?|qualif(?:y|ies)) as\\b)(?! (?:has|have|had|is|are|was|were) not)(?![^?]*, [^?]*\\bor\\b)',
  '\\bwhom\\b(?![^?]* counts? as\\b)',
  `\\bwhich (?:[\\p{L}-]+ )?(?:${people})s?\\b`,
  `\\bwhat(?: is| was| are| were|['’]s) the names? of the (?:[\\p{L}-]+ ){0,3}(?:${people})s?\\b`,
];

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'iu');
}

/** The first that matches says what is asked for. */
export const answerTypes: QuestionForms['answerTypes'] = [
  ['source', anyOf(sourceRules)],
  ['reason', anyOf(reasonRules)],
  ['percentage', anyOf(percentageRules)],
  ['amount', anyOf(amountRules)],
  ['number', anyOf(numberRules)],
  ['date', anyOf(dateRules)],
  ['person', anyOf(personRules)],
];
