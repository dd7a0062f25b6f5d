/** Counts requests and answers. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Assistant } from '../../assistant/assistant.ts';
import { VerseError } from '../../core/errors.ts';
import type { Answer } from '../../wire/types.ts';
import type { Metrics } from './metrics.ts';

/** The route that matched; all unknown paths count as one. */
function routeOf(context: Parameters<MiddlewareHandler>[0]): string {
  const path = routePath(context, -1);
  return path.endsWith('*') ? 'none' : path;
}

export function measureRequests(metrics: Metrics): MiddlewareHandler {
  return async (context, next) => {
    const started = performance.now();
    metrics.requestsOpen.inc();
    try {
      await next();
    } finally {
      metrics.requestsOpen.dec();
    }
    const labels = { method: context.req.method, route: routeOf(context) };
    metrics.requests.inc({ ...labels, status: context.res.status });
    metrics.requestSeconds.observe(labels, (performance.now() - started) / 1000);
  };
}

/** `generateMs` as `generate`; stages that did not run are left out. */
function stagesOf(timings: Answer['timings']): [stage: string, seconds: number][] {
  return Object.entries(timings).flatMap(([name, milliseconds]) =>
    name === 'totalMs' || milliseconds === 0 ? [] : [[name.replace(/Ms$/, ''), milliseconds / 1000]],
  );
}

/** Codes of warnings and errors that mean a language model failed to write an answer. */
function isModelCode(code: string): boolean {
  return code.startsWith('model-') || (code.startsWith('chat-') && code !== 'chat-not-configured');
}

/** Counts one answer, for endpoints that get it other than through `ask`. */
export function countAnswer(metrics: Metrics, { status, reason, timings, warnings }: Answer): void {
  metrics.answers.inc({ status, reason: reason ?? '' });
  for (const [stage, seconds] of stagesOf(timings)) metrics.stageSeconds.observe({ stage }, seconds);
  for (const { code } of warnings) {
    metrics.warnings.inc({ code });
    if (isModelCode(code)) metrics.modelFailures.inc({ code });
  }
}

/**
 * The assistant, with its answers counted.
 * @param collections those that its documents are of, if it is restricted to some: a question counts in each.
 */
export function measureAssistant(
  assistant: Assistant,
  metrics: Metrics,
  collections?: readonly string[],
): Assistant {
  return {
    ...assistant,
    ask: async (request, options) => {
      try {
        const answer = await assistant.ask(request, options);
        countAnswer(metrics, answer);
        for (const collection of collections ?? []) {
          metrics.collectionQuestions.inc({ collection });
          if (answer.status === 'not-found') metrics.collectionRefusals.inc({ collection });
        }
        return answer;
      } catch (error) {
        if (error instanceof VerseError && isModelCode(error.code)) {
          metrics.modelFailures.inc({ code: error.code });
        }
        throw error;
      }
    },
    check: async (request, options) => {
      const checked = await assistant.check(request, options);
      metrics.verifications.inc({ verdict: checked.verdict });
      return checked;
    },
  };
}
