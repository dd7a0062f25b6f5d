/** Which right a request needs. Pure. */
import type { Right } from '../../config/grants.ts';

/** `any`: any right will do. `everything`: also that the token sees all documents. */
export interface Need {
  right: Right | 'any';
  everything?: true;
}

interface Rule extends Need {
  methods?: readonly string[];
  path: RegExp;
}

/** The first that fits. */
const rules: readonly Rule[] = [
  { path: /^\/$/, right: 'any' },
  { path: /^\/(?:metrics|evals)(?:\/|$)/, right: 'administer', everything: true },
  { path: /^\/v1\/uploads/, methods: ['GET', 'HEAD'], right: 'any' },
  { path: /^\/v1\/uploads/, right: 'add' },
  { path: /^\/v1\/documents$/, methods: ['POST'], right: 'add' },
];

/** What only reads, or asks. */
const asking = ['GET', 'HEAD', 'OPTIONS', 'POST'];

/** What is not among the rules needs the right to ask, or to administer where it changes something. */
export function requiredRight(method: string, path: string): Need {
  const rule = rules.find(
    ({ methods, path: pattern }) => (methods?.includes(method) ?? true) && pattern.test(path),
  );
  return rule ?? { right: asking.includes(method) ? 'ask' : 'administer' };
}
