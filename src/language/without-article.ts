import type { Language } from '../core/language.ts';

/** A name without the article before it: "Hague" of "The Hague". Pure. */
export function withoutArticle(name: string, { words }: Pick<Language, 'words'>): string {
  const found = words?.article.exec(name);
  return found?.index === 0 ? name.slice(found[0].length) : name;
}
