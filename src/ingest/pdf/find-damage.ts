/**
 * What PDF.js read around in a damaged file, by the warnings that it prints. Found on the report with bits flipped, in
 * which an undamaged file prints none of them.
 */

/** A warning, what it says of the file, and what of the warning is repeated. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^getTextContent - ignoring errors during .* task: "(.*)"/, 'text may be missing'],
  [/^getHexString - |^Unterminated (?:hex )?string/, 'some letters cannot be read'],
  [
    /^(?:Unknown command|Skipping command|Badly formatted number|Invalid number|ensureStateFont)/,
    'some commands cannot be read',
  ],
  [/^translateFont - fetching ("[^"]*")/, 'a font cannot be read'],
  [/^readToUnicode - ignoring/, 'what letters stand for cannot be read'],
  [/^get(?:TextContent|OperatorList) - ignoring XObject: "(.*)"/, 'a part is left out'],
  [/^(?:Invalid|Empty "?.*"?) stream/, 'a part cannot be unpacked'],
  [/^Indexing all PDF objects|^\(while reading XRef\)|^XRef/, 'its table of objects had to be made anew'],
  [/^getAllPageDicts/, 'its list of pages had to be made anew'],
];

const mostDetail = 80;

/** What a warning says of the file; undefined for one that takes nothing from its text. */
function describeWarning(warning: string): string | undefined {
  for (const [pattern, meaning] of kinds) {
    const match = pattern.exec(warning.replace(/^Warning: /, ''));
    if (match !== null)
      return match[1] === undefined
        ? meaning
        : `${meaning} (${match[1].replace(/\p{C}/gu, ' ').slice(0, mostDetail)})`;
  }
  return undefined;
}

export interface DamageFinder {
  /** The page from which warnings come. */
  atPage(page: number): void;
  /** What was found, in the order in which it was, with the pages: "text may be missing, page 12". */
  found(): string[];
  /** Gives the console back. */
  stop(): void;
}

/** Listens to what PDF.js prints, which nobody sees meanwhile: only for a process of its own. */
export function findDamage(): DamageFinder {
  const { console: terminal } = globalThis;
  const { warn } = terminal;
  const pagesOf = new Map<string, Set<number>>();
  let page = 0;
  terminal.warn = (warning: unknown) => {
    const said = describeWarning(String(warning));
    if (said === undefined) return;
    const pages = pagesOf.get(said) ?? new Set<number>();
    pagesOf.set(said, page === 0 ? pages : pages.add(page));
  };
  return {
    atPage: (number) => {
      page = number;
    },
    found: () =>
      [...pagesOf].map(([said, pages]) => {
        const named = [...pages].join(', ');
        return pages.size === 0 ? said : `${said}, ${pages.size === 1 ? 'page' : 'pages'} ${named}`;
      }),
    stop: () => {
      terminal.warn = warn;
    },
  };
}
