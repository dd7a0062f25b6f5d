/** The server over streamable HTTP, without sessions: each request is answered by a server of its own. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { createMcpServer, type McpOptions } from './create-server.ts';

/**
 * Answers a POST with JSON; nothing here takes long enough to be worth a stream. Who may ask, and how much, is for
 * the caller to decide before.
 */
export async function answerMcpRequest(request: Request, options: McpOptions): Promise<Response> {
  const server = createMcpServer(options);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  try {
    await server.connect(transport);
    return await transport.handleRequest(request);
  } finally {
    await server.close();
  }
}
