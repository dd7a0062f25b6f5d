/** Prompts are Markdown files in prompts/, with `{name}` where a variable goes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './settings.ts';

const templates = new Map<string, string>();

function readTemplate(name: string): string {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const template = readFileSync(join(packageRoot, 'prompts', `${name}.md`), 'utf8').replace(/\r?\n$/, '');
  templates.set(name, template);
  return template;
}

/**
 * The text of prompts/<name>.md with its variables filled in; the file's last newline is left out.
 * A variable's value is never searched for variables itself.
 * @throws Error where the file names a variable that is not given: a mistake in the program, not of the user.
 */
export function fillPrompt(name: string, variables: Readonly<Record<string, string>>): string {
  return readTemplate(name).replace(/\{(\w+)\}/g, (_, variable: string) => {
    const value = variables[variable];
    if (value === undefined) throw new Error(`prompts/${name}.md: no value for {${variable}}.`);
    return value;
  });
}
