/** Errors as OpenAI's API has them (https://platform.openai.com/docs/guides/error-codes), for its clients. Pure. */
import { z } from 'zod';

export const completionsPath = '/v1/chat/completions';
export const modelsPath = '/v1/models';

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
  return path === completionsPath || path === modelsPath || path.startsWith(`${modelsPath}/`);
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
