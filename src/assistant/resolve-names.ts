/** Names as people write them. Pure. */
import { VerseError } from '../core/errors.ts';
import { isSameName, nearNames } from '../text/near-names.ts';

/** Finds existing names, ignoring case and accents. @throws VerseError naming similar ones. */
export function resolveNames(
  kind: 'document' | 'chapter',
  wanted: readonly string[],
  known: readonly string[],
): string[] {
  return wanted.map((name) => {
    const found = known.find((one) => isSameName(one, name));
    if (found !== undefined) return found;
    const near = nearNames(name, known);
    const hint =
      near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : `There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}.`;
    throw new VerseError(`unknown-${kind}`, `No ${kind} is called “${name}”.`, hint);
  });
}
