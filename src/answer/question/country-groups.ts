/** Groups of countries that go by one name, and whose members are beyond doubt ("southern Europe" is none). */
export interface CountryGroup {
  /** Finds its name; case counts where the name is an abbreviation. */
  pattern: RegExp;
  /** Words of its name, in lower case. */
  words: readonly string[];
  members: readonly string[];
}

export const countryGroups: readonly CountryGroup[] = [
  {
    pattern: /\bBaltics?\b(?! Sea)/i,
    words: ['baltic', 'baltics'],
    members: ['Estonia', 'Latvia', 'Lithuania'],
  },
  {
    pattern: /\bNordics?\b/i,
    words: ['nordic', 'nordics'],
    members: ['Denmark', 'Finland', 'Iceland', 'Norway', 'Sweden'],
  },
  {
    pattern: /\bScandinavian?s?\b/i,
    words: ['scandinavia', 'scandinavian', 'scandinavians'],
    members: ['Denmark', 'Norway', 'Sweden'],
  },
  {
    pattern: /\bVisegr[áa]d\b|\bV4\b/,
    words: ['visegrád', 'visegrad', 'v4'],
    members: ['Czechia', 'Hungary', 'Poland', 'Slovakia'],
  },
  {
    pattern: /\bBenelux\b/i,
    words: ['benelux'],
    members: ['Belgium', 'Luxembourg', 'Netherlands'],
  },
  {
    pattern: /\bIberian?s?\b/i,
    words: ['iberia', 'iberian', 'iberians'],
    members: ['Portugal', 'Spain'],
  },
];

export const groupWords: readonly string[] = countryGroups.flatMap(({ words }) => words);

/** A group that a text names, and where. */
export interface GroupMention {
  group: CountryGroup;
  at: number;
}

/** The groups that a text names and of which the documents have at least two chapters: fewer are no comparison. */
export function findGroups(text: string, chapterNames: ReadonlySet<string>): GroupMention[] {
  return countryGroups.flatMap((group): GroupMention[] => {
    const at = text.search(group.pattern);
    const covered = group.members.filter((name) => chapterNames.has(name));
    return at >= 0 && covered.length >= 2 ? [{ group, at }] : [];
  });
}
