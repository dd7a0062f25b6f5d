/** Whether who sends or moves a document may put it into a collection, and whom the audit names of it. */
import { everybody, type Grant, seesCollection } from '../../config/grants.ts';
import { HttpProblem } from '../respond/problem.ts';

/** Who changes the index. */
export interface Actor {
  /** The name of the token; undefined for who needs none. */
  by: string | undefined;
}

/** Whom the audit names. */
export const actorOf = (grant: Grant): Actor => ({ by: grant === everybody ? undefined : grant.name });

/** @throws HttpProblem 403 for a collection that the holder does not see, whether or not it is there; undefined is none. */
export function checkMayFill(grant: Grant, collection: string | undefined): void {
  if (seesCollection(grant, collection)) return;
  const own = grant.collections?.join(', ');
  const detail = `${grant.name} may put documents into its own collections only: ${own}.`;
  throw new HttpProblem(403, 'other-collection', detail);
}
