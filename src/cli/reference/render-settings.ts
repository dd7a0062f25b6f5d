/** The settings with their variables, kinds and defaults, in Markdown. Pure. */
import type { JsonSchema } from '../../http/docs/describe-type.ts';
import { code, plainText, renderCode, renderPage, renderTable } from './markdown.ts';
import { readComment } from './read-declarations.ts';

export interface SettingsSource {
  /** The text of config/settings.ts, whose comments say what each setting is. */
  source: string;
  /** The schema of the settings, as JSON Schema. */
  schema: JsonSchema;
  /** The environment variable of each. */
  variables: Readonly<Record<string, string>>;
}

/** What a setting may be, in a word or two. */
function describeKind({ type, enum: choices, minimum, maximum }: JsonSchema): string {
  if (choices !== undefined) return choices.map((choice) => code(String(choice))).join(', ');
  if (type === 'array') return 'a list, separated by commas';
  if (type === 'string') return 'text';
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? '' : ` to ${maximum}`;
  return `a number from ${minimum}${most}`;
}

function describeDefault(schema: JsonSchema, isRequired: boolean): string {
  const { default: value } = schema;
  if (value === undefined) return isRequired ? '[by installation](../guides/installing.md)' : 'none';
  if (Array.isArray(value)) return 'none';
  return typeof value === 'number' ? value.toLocaleString('en') : code(String(value));
}

/** A page of the reference. */
export function renderSettings({ source, schema, variables }: SettingsSource): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, setting]) => {
    const comment = new RegExp(`(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)\\s+${name}: `).exec(source)?.[1] ?? '';
    const isRequired = setting.default === undefined && schema.required?.includes(name) === true;
    return [
      `${code(name)}<br>${code(variables[name] ?? '')}`,
      plainText(readComment(comment)),
      describeKind(setting),
      describeDefault(setting, isRequired),
    ];
  });
  return renderPage('Settings', [
    'A setting is an environment variable, or a field of `verse.config.json` in the working folder. The variable goes before the file, and an option of a command before both. What is unknown or out of range is refused, with where it was set.',
    renderCode('json', '{ "answerRate": 0.9, "maxWords": 200 }'),
    ...renderTable(['setting', 'what it is', 'may be', 'default'], rows),
    '## Secrets',
    'These are read from the environment alone, so that no file that came with a download sets them:',
    ...renderTable(
      ['variable', 'what it is'],
      [
        [
          '`VERSE_TOKENS`',
          'tokens, one of which each request must bring: [Serving others](../guides/serving-others.md)',
        ],
        [
          '`VERSE_CHAT_KEY`',
          "the language model's key, else `OPENAI_API_KEY` or `ANTHROPIC_API_KEY`: [Writing with a model](../guides/writing-with-a-model.md)",
        ],
        ['`PGPASSWORD`', "the database's password: [Several servers over one database](../guides/scale.md)"],
      ],
    ),
  ]);
}
