/** What a client offers its user to begin with: prompts that lead a model through the tools. Texts: prompts/. */
import { randomUUID } from 'node:crypto';
import { ErrorCode, type GetPromptResult, type Prompt } from '@modelcontextprotocol/sdk/types.js';
import { fillPrompt } from '../config/prompts.ts';
import { joinNames } from '../text/join-names.ts';
import { RpcError } from './rpc-error.ts';

interface OfferedPrompt {
  listing: Prompt & { arguments: NonNullable<Prompt['arguments']> };
  fill(values: Readonly<Record<string, string>>): string;
}

const document = 'The id of a document';

const prompts: readonly OfferedPrompt[] = [
  {
    listing: {
      name: 'answer_with_citations',
      title: 'Answer with citations',
      description: "Answers a question with the reports' own sentences, each with its chapter and page.",
      arguments: [
        { name: 'question', description: 'The question, in plain words.', required: true },
        { name: 'document', description: `${document} to ask; all by default.`, required: false },
      ],
    },
    fill: ({ question = '', document: id }) =>
      fillPrompt('answer-with-citations', {
        question,
        reports: id === undefined ? 'the reports' : `the report “${id}” (\`documents\` of the tools)`,
      }),
  },
  {
    listing: {
      name: 'check_draft',
      title: 'Check a draft',
      description: 'Checks a draft sentence by sentence, and lists what the reports do not support.',
      arguments: [{ name: 'draft', description: 'The text, with the places it cites.', required: true }],
    },
    fill: ({ draft = '' }) => fillPrompt('check-draft', { draft, nonce: randomUUID().slice(0, 8) }),
  },
  {
    listing: {
      name: 'compare_editions',
      title: 'Compare two editions',
      description: 'Says what matters of what changed from one edition of a report to another.',
      arguments: [
        { name: 'before', description: `${document}: the old edition.`, required: true },
        { name: 'after', description: `${document}: the new edition.`, required: true },
      ],
    },
    fill: ({ before = '', after = '' }) => fillPrompt('compare-editions', { before, after }),
  },
];

export const listPrompts = (): Prompt[] => prompts.map(({ listing }) => listing);

/** @throws RpcError for a prompt or an argument that there is not, and for one that is missing. */
export function getPrompt(name: string, values: Readonly<Record<string, string>> = {}): GetPromptResult {
  const refuse = (message: string) => new RpcError(ErrorCode.InvalidParams, message);
  const prompt = prompts.find(({ listing }) => listing.name === name);
  if (prompt === undefined) {
    const names = joinNames(prompts.map(({ listing }) => listing.name));
    throw refuse(`No prompt is called “${name}”. There are: ${names}.`);
  }
  const { description, arguments: known } = prompt.listing;
  const unknown = Object.keys(values).find((given) => !known.some((one) => one.name === given));
  if (unknown !== undefined) {
    throw refuse(`${name} has no argument “${unknown}”. It has: ${joinNames(known.map((one) => one.name))}.`);
  }
  const missing = known.find((one) => one.required === true && (values[one.name] ?? '').trim() === '');
  if (missing !== undefined) throw refuse(`${name} needs the argument ${missing.name}.`);
  return {
    ...(description !== undefined && { description }),
    messages: [{ role: 'user', content: { type: 'text', text: prompt.fill(values) } }],
  };
}
