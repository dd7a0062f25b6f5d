/** Finds how a quotation differs from its source. Pure. */
import { foldText } from '../text/fold-text.ts';

interface Token {
  /** As written, without its quotation marks. */
  text: string;
  folded: string;
}

function tokensOf(text: string): Token[] {
  return (text.match(/\S+/g) ?? []).flatMap((found) => {
    const word = found.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
    return word === '' ? [] : [{ text: word, folded: foldText(word) }];
  });
}

/** Words written in place of others; either may be empty. */
interface Change {
  written: string[];
  original: string[];
}

/** Costs of an edit: matching a word is worth skipping words before it, and a replaced word beats a missing one. */
const costs = { same: -1, other: 0.9, added: 1, leftOut: 0.5 };

/**
 * The cheapest way to turn some part of the text into the quotation, word by word (Sellers 1980: edit distance with both
 * ends of the text free): the cost for each number of words read of both.
 */
function measureCosts(written: readonly Token[], original: readonly Token[]): number[][] {
  const table = [original.map(() => 0).concat(0)];
  written.forEach(({ folded }, index) => {
    const above = table[index] ?? [];
    const row = [(index + 1) * costs.added];
    original.forEach((other, at) => {
      const both = (above[at] ?? 0) + (folded === other.folded ? costs.same : costs.other);
      row.push(Math.min(both, (above[at + 1] ?? 0) + costs.added, (row[at] ?? 0) + costs.leftOut));
    });
    table.push(row);
  });
  return table;
}

/** Walks back from the end of the best part; adjacent changes are merged. */
function traceChanges(
  written: readonly Token[],
  original: readonly Token[],
  table: readonly number[][],
): Change[] {
  const last = table[written.length] ?? [];
  let at = last.indexOf(Math.min(...last));
  let index = written.length;
  const changes: Change[] = [];
  let isOpen = false;
  const add = (word?: Token, other?: Token) => {
    if (!isOpen) changes.unshift({ written: [], original: [] });
    isOpen = true;
    if (word !== undefined) changes[0]?.written.unshift(word.text);
    if (other !== undefined) changes[0]?.original.unshift(other.text);
  };
  while (index > 0) {
    const word = written[index - 1];
    const other = original[at - 1];
    const cost = table[index]?.[at] ?? 0;
    const isSame = word !== undefined && word.folded === other?.folded;
    if (at > 0 && cost === (table[index - 1]?.[at - 1] ?? 0) + (isSame ? costs.same : costs.other)) {
      if (isSame) isOpen = false;
      else add(word, other);
      index--;
      at--;
    } else if (at > 0 && cost === (table[index]?.[at - 1] ?? 0) + costs.leftOut) {
      add(undefined, other);
      at--;
    } else {
      add(word);
      index--;
    }
  }
  return changes;
}

/** Share of altered words above which a quotation is from something else. */
const mostAltered = 0.4;

/**
 * The altered words in order; empty if the text has the quotation as it is, undefined if nothing in the text is similar
 * or the quotation has gaps.
 */
export function findAlteredWords(quotation: string, text: string): Change[] | undefined {
  if (/…|\.\.\.|\[/.test(quotation)) return undefined;
  const written = tokensOf(quotation);
  const original = tokensOf(text);
  const changes = traceChanges(written, original, measureCosts(written, original));
  const altered = changes.reduce(
    (sum, change) => sum + Math.max(change.written.length, change.original.length),
    0,
  );
  return altered > mostAltered * written.length ? undefined : changes;
}

const quote = (words: readonly string[]) => `“${words.join(' ')}”`;

function describeChange({ written, original }: Change): string {
  if (original.length === 0) return `${quote(written)} is added`;
  return written.length === 0
    ? `${quote(original)} is left out`
    : `${quote(original)}, not ${quote(written)}`;
}

/** "in the report: “division”, not “branch”"; undefined as above, or if only punctuation differs. */
export function describeAlteredWords(quotation: string, text: string): string | undefined {
  const changes = findAlteredWords(quotation, text) ?? [];
  return changes.length === 0 ? undefined : `in the report ${changes.map(describeChange).join('; ')}`;
}
