/** The tools for language models at `/mcp`; the protocol describes itself, so the OpenAPI document leaves it out. */
import type { AddRoutes } from './app-options.ts';
import { logFault } from './operate/log-fault.ts';
import { withHeaders } from './respond/with-headers.ts';

export const mcpPath = '/mcp';

export const addMcp: AddRoutes = (app, { version, log }, assistant) => {
  app.post(mcpPath, async (context) => {
    // The SDK takes a third of a second to load, so it is loaded only when needed.
    const { answerMcpRequest } = await import('../mcp/answer-request.ts');
    const response = await answerMcpRequest(context.req.raw, {
      assistant: () => assistant(context),
      version,
      signal: context.get('signal'),
      onFailure: logFault(log, context, 'tool failed'),
    });
    return withHeaders(context, response);
  });
};
