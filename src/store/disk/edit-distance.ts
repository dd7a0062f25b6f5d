/** Letters that must be changed, added or left out to make one word of another (Levenshtein 1966). */

/** The distance where it is at most `most`, else undefined. */
export function editDistance(left: string, right: string, most: number): number | undefined {
  if (Math.abs(left.length - right.length) > most) return undefined;
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let place = 1; place <= left.length; place += 1) {
    const next = [place];
    let least = place;
    for (let at = 1; at <= right.length; at += 1) {
      const kept = (row[at - 1] ?? 0) + Number(left[place - 1] !== right[at - 1]);
      const value = Math.min(kept, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      next.push(value);
      least = Math.min(least, value);
    }
    // A row's least value never falls in the rows below it.
    if (least > most) return undefined;
    row = next;
  }
  const distance = row[right.length] ?? 0;
  return distance <= most ? distance : undefined;
}
