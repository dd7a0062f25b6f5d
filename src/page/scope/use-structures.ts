/** State: the structures of reports that the picker knows. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentListing } from '../../wire/types.ts';
import { loadStructure, type Structure } from './load-structure.ts';

/** So few reports that their sections can be found before they are unfolded. */
const fewReports = 20;

/** The structures that were loaded; of few reports all, else of those unfolded. */
export function useStructures(
  documents: readonly DocumentListing[],
  opened: ReadonlySet<string>,
): ReadonlyMap<string, Structure> {
  const [structures, setStructures] = useState<ReadonlyMap<string, Structure>>(new Map());
  const wanted = documents.length <= fewReports ? documents : documents.filter(({ id }) => opened.has(id));
  const missing = wanted.filter(({ id }) => !structures.has(id));
  useEffect(() => {
    let isGone = false;
    for (const { id, sha256 } of missing) {
      void loadStructure(id, sha256).then((structure) => {
        if (!isGone) setStructures((before) => new Map(before).set(id, structure));
      });
    }
    return () => {
      isGone = true;
    };
  }, [missing.map(({ id }) => id).join('\n')]);
  return structures;
}
