/** Zod's issues with a request as sentences that name the field. Pure. */
import type { z } from 'zod';

export type Issue = z.core.$ZodIssue;

export interface FieldError {
  /** The field's path, with dots: `documents.0`; empty for the request itself. */
  path: string;
  message: string;
}

function plural(count: number | bigint, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function size(issue: Issue & { code: 'too_small' | 'too_big' }): string {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const word = issue.code === 'too_small' ? 'least' : 'most';
  if (issue.origin === 'string') return `Needs at ${word} ${plural(limit, 'character')}.`;
  if (issue.origin === 'array') return `Needs at ${word} ${plural(limit, 'value')}.`;
  return `Must be at ${word} ${limit.toLocaleString('en')}.`;
}

function describe(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return size(issue);
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `Missing; expected ${issue.expected}.`
        : `${issue.message.replace('Invalid input: expected', 'Expected')}.`;
    case 'invalid_value':
      return `Must be one of ${issue.values.map(String).join(', ')}.`;
    default:
      return `${issue.message}.`;
  }
}

/** One error per field, in Zod's order; each unknown field is named. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: describe(issue) }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'Unknown field.' }));
  });
}

/** All of them in one line: "question: Needs at least 1 character. model: Unknown field." `whole` names the request. */
export function listFieldErrors(errors: readonly FieldError[], whole: string): string {
  return errors.map(({ path, message }) => `${path === '' ? whole : path}: ${message}`).join(' ');
}
