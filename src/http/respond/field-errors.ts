/** What is wrong with a body or a query, as a problem that names each field. */
import { fieldErrors, type Issue, listFieldErrors } from '../../wire/bad-fields.ts';
import { HttpProblem } from './problem.ts';

/** The 400 that lists them; `detail` repeats them as text. */
export function fieldProblem(issues: readonly Issue[]): HttpProblem {
  const errors = fieldErrors(issues);
  return new HttpProblem(400, 'bad-fields', listFieldErrors(errors, 'body'), { errors });
}
