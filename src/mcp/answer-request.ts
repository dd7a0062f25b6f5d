/** The server over streamable HTTP, without sessions: a new server answers each request. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { createMcpServer, type McpOptions } from './create-server.ts';

/**
 * Answers a POST with JSON, as nothing takes long enough to need a stream. The caller has checked access and limits.
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
