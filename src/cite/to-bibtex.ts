/** References as BibTeX: an entry for each chapter cited, in UTF-8 as biber and current BibTeX read it. Pure. */
import type { Reference } from './references.ts';

/** What TeX would not print as it is. */
const special: Partial<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}&%$#_~^]/g, (sign) => special[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');
}

/** Letters and digits of a name, as keys allow them. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Keys of references, each once: "fragmented-europe-2026-germany". */
export function referenceKeys(references: readonly Pick<Reference, 'document' | 'chapter'>[]): string[] {
  const used = new Set<string>();
  return references.map(({ document, chapter }) => {
    const base = [slug(document), slug(chapter ?? '')].filter((part) => part !== '').join('-') || 'report';
    let key = base;
    for (let count = 2; used.has(key); count += 1) key = `${base}-${count}`;
    used.add(key);
    return key;
  });
}

/** An address is read letter by letter, and must not close its braces. */
const escapeAddress = (link: string) =>
  link.replace(/[{}\\\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function fieldsOf({ title, year, chapter, pages, link, quotes }: Reference): [name: string, value: string][] {
  return [
    // A second pair of braces keeps the capitals.
    ...(chapter === undefined ? [] : [['title', `{${escapeTex(chapter)}}`] as [string, string]]),
    [chapter === undefined ? 'title' : 'booktitle', `{${escapeTex(title)}}`],
    ...(year === undefined ? [] : [['year', String(year)] as [string, string]]),
    ['pages', escapeTex(pages).replaceAll('–', '--')],
    ...(link === undefined ? [] : [['url', escapeAddress(link)] as [string, string]]),
    ['annotation', quotes.map((one) => escapeTex(`“${one.text}” (${one.pages})`)).join(' ')],
  ];
}

export function toBibtex(references: readonly Reference[]): string {
  const keys = referenceKeys(references);
  return references
    .map((reference, index) => {
      const fields = fieldsOf(reference).map(([name, value]) => `  ${name} = {${value}}`);
      return `@${reference.chapter === undefined ? 'book' : 'incollection'}{${keys[index]},\n${fields.join(',\n')}\n}\n`;
    })
    .join('\n');
}
