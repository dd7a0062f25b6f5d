/** What a language model replies where it has nothing to say; it is asked in English (prompts/). Pure. */

/** The answer is not in what it was shown. */
export const notStated = /^\W*not[\s_-]*stated\b/i;
/** What it was shown does not answer. */
export const denial =
  /\b(?:do(?:es)? not|don['’]t|doesn['’]t|cannot|can['’]t|no) (?:\w+ ){0,2}?(?:answer|state|say|mention|contain|provide|give|specify|information|indicate|include)\b/i;
/** A sentence is not to be written again. */
export const dropped = /^\W*drop\b/i;
/** Stands between the ids of a list. */
export const listJoiner = 'and';
