/** The exported declarations of a TypeScript file with their doc comments, as this code base is formatted. Pure. */

export interface Declaration {
  name: string;
  /** The doc comment's text, without its stars; empty where there is none. */
  comment: string;
  /** Without the bodies of functions. */
  code: string;
}

/** A doc comment's text: `/** … *\/` on one line or several. */
export function readComment(comment: string): string {
  const inner = comment.replace(/^\s*\/\*\*\s?/, '').replace(/\s*\*\/\s*$/, '');
  return inner.replace(/^[ \t]*\*[ \t]?/gm, '').trim();
}

/** What a class offers: how it is made, its getters. */
function readClass(text: string): string {
  const [head = ''] = text.split('\n');
  const made = /^ {2}constructor\([\s\S]*?\) \{/m.exec(text)?.[0] ?? '';
  const getters = text.match(/^ {2}get \w+\(\): .+ \{$/gm) ?? [];
  const members = [made, ...getters].filter((member) => member !== '');
  return [head, ...members.map((member) => member.replace(/ \{$/, ';')), '}'].join('\n');
}

function readCode(kind: string, text: string): string {
  if (kind === 'class') return readClass(text);
  if (kind === 'function') return text.slice(0, text.search(/ \{\n/)).replace(/^(?:async )/, '');
  return text;
}

/** In the order of the file. */
export function readDeclarations(source: string): Declaration[] {
  const declaration =
    /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?^export ((?:async )?(?:(function|interface|class) (\w+)[\s\S]*?^\}|type (\w+) [\s\S]*?;)$)/gm;
  return [...source.matchAll(declaration)].map(
    ([, comment = '', text = '', kind = '', name = '', typeName = '']) => ({
      name: name || typeName,
      comment: readComment(comment),
      code: readCode(kind, text),
    }),
  );
}
