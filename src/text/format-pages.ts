/** Numbers of pages. Pure. */

/** Ascending numbers, with runs of at least `shortestRun` joined: "1–2, 7", with 3 "1, 2, 7". */
export function formatNumbers(numbers: readonly number[], shortestRun = 2): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const texts = runs.map((run) =>
    run.length > 1 && run.length >= shortestRun ? `${run[0]}–${run.at(-1)}` : run.join(', '),
  );
  return texts.join(', ');
}

/** "p. 84", "pp. 84–85" or "pp. 84, 88". */
export function formatPages(pages: readonly number[]): string {
  return `${pages.length === 1 ? 'p.' : 'pp.'} ${formatNumbers(pages)}`;
}
