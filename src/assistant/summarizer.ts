/** What is counted of each document at ingest, for questions and for checking sentences. */
import { countNames } from '../answer/question/gazetteer.ts';
import { countSpellings } from '../answer/question/spelling.ts';
import type { Summarizer } from '../core/summary.ts';
import { countCountries } from '../verify/subjects.ts';

export const summarizer: Summarizer = {
  rules: 3,
  summarize: ({ passages }) => ({
    ...countSpellings(passages),
    ...countCountries(passages),
    ...countNames(passages),
  }),
};
