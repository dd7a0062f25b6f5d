/** Leaves out what names other works and says nothing of them: references, an index, lists of tables and of contents. Pure. */
import type { Language } from '../core/language.ts';
import type { MatterRole } from '../core/matter-forms.ts';
import type { Passage } from '../core/types.ts';

const naming: ReadonlySet<MatterRole> = new Set<MatterRole>(['references', 'index', 'lists']);

/** The passages that may support a sentence: a year in a list of references is that of another work. */
export function withoutOtherWorks(
  passages: readonly Passage[],
  sentence: string,
  { matter: forms = [] }: Pick<Language, 'matter'>,
): Passage[] {
  const unasked = forms.filter(({ role, asked }) => naming.has(role) && !asked.test(sentence));
  const stands = ({ matter, path = [] }: Passage) =>
    unasked.some(({ role, title }) => role === matter || path.some((one) => title.test(one)));
  return passages.filter((passage) => !stands(passage));
}
