/** Numbers fitted on a network's outputs are only valid for that network, so their files name it. */
import { z } from 'zod';
import { VerseError } from './errors.ts';

/** Ids of networks, as `chapter-and-verse/encoder-small@3d79285a`: folder, first eight digits of its weights' SHA-256. */
export const fittedOnSchema = z.array(z.string().regex(/^[\w./-]+@[0-9a-f]{8}$/)).min(1);

/** A file of numbers, and the networks whose outputs they were fitted on. */
export interface FittedFile {
  /** Path in the package: `src/search/ranking.json`. */
  file: string;
  fittedOn: readonly string[];
  /** Its name in `verse tune --only`. */
  part: string;
}

function list(ids: readonly string[]): string {
  return [...ids].sort().join(' and ');
}

/**
 * Refuses numbers that were fitted on another network.
 * @param found the ids of the networks that they are used with.
 * @throws VerseError `other-network`.
 */
export function checkFittedOn({ file, fittedOn, part }: FittedFile, found: readonly string[]): void {
  if (list(fittedOn) === list(found)) return;
  throw new VerseError(
    'other-network',
    `${file}: its numbers were fitted on ${list(fittedOn)}, and here is ${list(found)}.`,
    `Fit them anew with \`npm run tune -- --only ${part}\`, or restore the network with \`git checkout models\`.`,
  );
}
