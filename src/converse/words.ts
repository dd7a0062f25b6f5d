/** The word lists by which follow-ups are recognised. Pure. */

/** Openings of a follow-up without meaning: "and", "ok so", "what about". */
const openings =
  /^(?:(?:and|but|so|or|ok|okay|well|yes|no|right|thanks|thank you|please|also|then|now|hm+|um+|sorry|i meant?)\b[,.:;!…\s]*)+/iu;

/** Function words in lower case, which name no topic. */
const grammarWords = new Set(
  `a an the and or but so nor if as than of on in at by for from to into with without within about over under among
  between through during before after via per is am are was were be been being do does did done has have had having will
  would shall should can could may might must what which who whom whose when where why how not no there here also too very
  just only even such own all any some both each every i me my we us our you your he him his she her hers it its they them
  their this that these those then more most much many less least few other another else same one ones well still already
  yet please tell give show say says said does report chapter according while although
  among since because like unlike despite however s t re ve ll`.split(/\s+/),
);

/** Verbs that open a question or follow its question word. */
const auxiliaries =
  'do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|shall|must|may|might';

/** Any of them. */
export const auxiliaryWords = new RegExp(`\\b(?:${auxiliaries})\\b`, 'i');

/** A text without its opening "and", "so" or the like. */
export function withoutOpening(text: string): string {
  const rest = text.replace(openings, '');
  return rest.replace(/[\s?!.…]+/gu, '') === '' ? text : rest;
}

/** Whether a text opens with "and" or the like and continues. */
export function hasOpening(text: string): boolean {
  return withoutOpening(text) !== text;
}

/** A question without its final punctuation. */
export function withoutEnd(text: string): string {
  return text.trim().replace(/[\s?!.…]+$/u, '');
}

/** The words that name something, as written. */
export function contentWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}&'’.-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu) ?? [];
  return words.filter((word) => !grammarWords.has(word.toLowerCase().replace(/['’]s?$/u, '')));
}

/** The topic of a question: "firm building a plant in Sines" of "Which firm is building a plant in Sines?". */
export function topicOf(question: string): string {
  const auxiliary = new RegExp(`\\b(?:${auxiliaries})\\b`, 'iu');
  const wh = /\b(?:what|which|who|whom|whose|when|where|why|how(?: (?:many|much|long|often|far))?)\b/iu;
  return withoutEnd(withoutOpening(question))
    .replace(wh, ' ')
    .replace(auxiliary, ' ')
    .replace(/\b(?:he|she|it|they|them|that|this|there)\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:])/g, '')
    .replace(/^[\s,;:–-]+/, '')
    .trim();
}

/** A name without a leading function word: "Huawei" of "While Huawei". */
export function withoutLeadingGrammar(text: string): string {
  const [first = '', ...rest] = text.split(' ');
  return rest.length > 0 && grammarWords.has(first.toLowerCase())
    ? withoutLeadingGrammar(rest.join(' '))
    : text;
}
