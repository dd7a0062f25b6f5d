/** Finds names similar to an unknown one, for error messages. Pure. */

/** Levenshtein distance (Levenshtein 1966), in characters. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Whether two names are the same, ignoring case and accents. */
export function isSameName(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

/** How many letters may differ: a third, in a short name two, but never all. */
function allowedDistance(name: string): number {
  return Math.min(Math.max(2, name.length / 3), name.length - 1);
}

/** 0.5, less than any difference, if one name is the start of the other; else their edit distance. */
function distance(target: string, name: string): number {
  const isStart = target.length >= 2 && (name.startsWith(target) || target.startsWith(`${name} `));
  return isStart ? 0.5 : editDistance(target, name);
}

/** At most three names near `wanted`, nearest first. */
export function nearNames(wanted: string, names: readonly string[]): string[] {
  const target = fold(wanted);
  return names
    .map((name) => ({ name, distance: distance(target, fold(name)), limit: allowedDistance(fold(name)) }))
    .filter((one) => one.distance <= one.limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}
