/** Groups of countries that a question names. Pure. */
import { type CountryGroup, region } from '../../subjects/region.ts';

export const groupWords: readonly string[] = region.countryGroups.flatMap(({ words }) => words);

/** A group that a text names, and where. */
export interface GroupMention {
  group: CountryGroup;
  at: number;
}

/** The groups that a text names and of which the documents have at least two chapters: fewer are no comparison. */
export function findGroups(text: string, chapterNames: ReadonlySet<string>): GroupMention[] {
  return region.countryGroups.flatMap((group): GroupMention[] => {
    const at = text.search(group.pattern);
    const covered = group.members.filter((name) => chapterNames.has(name));
    return at >= 0 && covered.length >= 2 ? [{ group, at }] : [];
  });
}
