/**
 * Passages of three chapters, two of them on bans of Huawei, for tests of choosing by country. The tests rely on their
 * lengths.
 */
import { makePassage } from './candidates.ts';

/** Sentences of 16 and 14 words. */
export const sweden = makePassage({ id: 'r/25/9', chapter: 'Sweden' }, [
  'Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020.',
  'Following this decision, Ericsson reported a sharp drop in revenue in the Chinese market.',
]);
/** Of 7 words. */
export const estonia = makePassage({ id: 'r/9/4', chapter: 'Estonia' }, [
  'Huawei has been banned from 5G infrastructure.',
]);
/** Of 6 words, on something else. */
export const germany = makePassage({ id: 'r/12/3', chapter: 'Germany' }, [
  'German companies took the ambitions seriously.',
]);
