import { listWords } from '../list-words.ts';

/**
 * English grammar words, which have little meaning. Their token vectors are not kept (a third of the store,
 * without loss in ranking) and they are no search terms. Left out on purpose, because in capitals they
 * mean something and both the tokenizer and the keyword index lower-case: "us" (US), "may" (the month).
 */
const words = `
a an the this that these those
and or but nor so yet if than then as while because although though unless until whether
of in on at by for from to into onto with without within about over under between among through during before
after above below up down out off against toward towards upon via per
i me my mine we our ours you your yours he him his she her hers it its they them their theirs one ones
myself ourselves yourself himself herself itself themselves
is am are was were be been being do does did doing done have has had having
will would shall should can could might must ought
what which who whom whose when where why how
not no
there here also too very just only even such own same other another each every any some all both few more most
again further once ever
s t d ll m re ve don doesn didn isn aren wasn weren hasn haven hadn won wouldn shouldn couldn
`;

/** Function words in lower case. */
export const functionWords = listWords(words);
