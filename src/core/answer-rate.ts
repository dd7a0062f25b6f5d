/**
 * The share of the questions with an answer that are answered: the higher, the more questions without one are answered
 * too. Measured on the dev split; `npm run tune` keeps the confidence that each rate asks for in `answer/model.json`.
 */

/** What may be asked for. Above, the few least sure questions of the dev split would decide; below, too little is answered. */
export const answerRates = { least: 0.8, most: 0.99, usual: 0.95 } as const;

/** Said of anything else. */
export const answerRateError = `not a share from ${answerRates.least} to ${answerRates.most}`;
