/** Prompts are Markdown files in prompts/ with `{name}` for variables. */
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
 * The text of prompts/<name>.md with its variables filled in, without the final newline. Values are not searched for
 * variables.
 * @throws Error if a variable is missing: a mistake in the program, not the user's.
 */
export function fillPrompt(name: string, variables: Readonly<Record<string, string>>): string {
  return readTemplate(name).replace(/\{(\w+)\}/g, (_, variable: string) => {
    const value = variables[variable];
    if (value === undefined) throw new Error(`prompts/${name}.md: no value for {${variable}}.`);
    return value;
  });
}
