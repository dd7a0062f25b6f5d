/** How often a rule settles a sentence rightly: supported sentences with one fact exchanged for one that is nowhere in the passage. */
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { checkSentence } from '../../verify/checks/check-sentence.ts';
import { readTriples, type Triple } from '../evaluate/sentences/verify-format.ts';

const supported: Triple[] = [];
beforeAll(async () => {
  for (const name of ['verify-dev.jsonl', 'verify-more.jsonl', 'verify-late.jsonl']) {
    const triples = await readTriples(fileURLToPath(new URL(`../../../evals/${name}`, import.meta.url)));
    supported.push(...triples.filter(({ verdict }) => verdict === 'supported'));
  }
});

interface Change {
  what: string;
  fact: RegExp;
  other: (fact: string) => string;
  /** The passage may have it all the same, in whatever form. */
  mayBeThere?: RegExp;
  /** The share that must be refused for certain. */
  least: number;
}

/** What a passage has besides cannot be told from what is said of it: such facts are nowhere in these. */
const changes: readonly Change[] = [
  { what: 'a year', fact: /\b20[01]\d\b/, other: () => '1987', least: 0.98 },
  {
    what: 'a currency',
    fact: /\bEUR\b|€|\beuros\b/,
    other: (fact) => (fact === 'euros' ? 'dollars' : 'USD '),
    mayBeThere: /USD|\$|dollar/,
    least: 0.97,
  },
  {
    what: 'a scale',
    fact: /\b[mb]illion\b/,
    other: (fact) => (fact === 'million' ? 'billion' : 'million'),
    least: 0.95,
  },
  {
    what: 'a share',
    fact: /\b\d{2}(?= ?(?:%|per cent))/,
    other: (fact) => `${(Number(fact) + 37) % 100}`,
    least: 0.9,
  },
  {
    what: 'who opens the sentence',
    fact: /^\p{Lu}\p{L}+(?=(?:['’]s)? (?:has|is|was|had|will|plans|announced|said|wants|supplied|bought|opened) )/u,
    other: () => 'Samsung',
    mayBeThere: /Samsung/,
    least: 0.98,
  },
  { what: 'a country', fact: /\bChina\b/, other: () => 'Brazil', mayBeThere: /Brazil/, least: 0.98 },
  {
    what: 'a city',
    fact: /\b(?:Beijing|Shanghai|Prague|Vienna|Madrid|Helsinki|Riga|Tallinn|Lisbon)\b/,
    other: () => 'Graz',
    mayBeThere: /Graz/,
    least: 0.98,
  },
];

it.each(changes)('$what that is exchanged is refused', ({ fact, other, mayBeThere, least }) => {
  const changed = supported.flatMap(({ sentence, passage, chapter }) => {
    const said = fact.exec(sentence)?.[0];
    if (said === undefined || mayBeThere?.test(passage) === true) return [];
    const wrong = sentence.replace(fact, other(said));
    const findings = checkSentence(wrong, [{ text: passage, chapter, subjects: ['China'] }]);
    return [{ sentence: wrong, isRefused: findings.some(({ isCertain }) => isCertain) }];
  });
  const missed = changed.filter(({ isRefused }) => !isRefused).map(({ sentence }) => sentence);
  expect(changed.length).toBeGreaterThan(30);
  expect(1 - missed.length / changed.length, missed.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(least);
});
