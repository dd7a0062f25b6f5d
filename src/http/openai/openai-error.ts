/** Errors as OpenAI's API has them (https://platform.openai.com/docs/guides/error-codes), for its clients. Pure. */
import { z } from 'zod';

export const completionsPath = '/v1/chat/completions';
export const modelsPath = '/v1/models';

/** What clients of OpenAI may ask for and is not here, with what is there instead. */
export const notOffered: Readonly<Record<string, string>> = {
  '/v1/responses':
    'This server has no responses API. Use chat completions, with the model chapter-and-verse: client.chat.completions.create(…).',
  '/v1/completions':
    'This server completes no texts. Use chat completions, with the model chapter-and-verse: client.chat.completions.create(…).',
  '/v1/embeddings':
    'This server gives no embeddings. POST /v1/search ranks the passages of its documents; give a vector store embeddings of your own.',
};

export const openAiErrorSchema = z
  .object({
    error: z.object({
      message: z.string(),
      type: z.string(),
      param: z.string().nullable().meta({ description: 'The field that is wrong.' }),
      code: z.string(),
    }),
  })
  .meta({ id: 'OpenAiError' });

const types: Partial<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  429: 'rate_limit_error',
  500: 'server_error',
  503: 'server_error',
};

/** Whether this path belongs to OpenAI's API. */
export function isOpenAiPath(path: string): boolean {
  const isExact = path === completionsPath || path === modelsPath || Object.hasOwn(notOffered, path);
  return isExact || path.startsWith(`${modelsPath}/`);
}

/** The parts of an HttpProblem that are passed on. */
interface Failure {
  status: number;
  code: string;
  detail: string;
  extras: { errors?: readonly { path: string }[] | undefined };
}

export function toOpenAiError({ status, code, detail, extras }: Failure): z.infer<typeof openAiErrorSchema> {
  const [first] = extras.errors ?? [];
  return {
    error: {
      message: detail,
      type: types[status] ?? 'invalid_request_error',
      param: first?.path ?? null,
      code: code.replaceAll('-', '_'),
    },
  };
}
