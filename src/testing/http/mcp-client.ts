/** The SDK's own client connected to a server, and what tests read from its results. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { createMcpServer, type McpOptions } from '../../mcp/create-server.ts';
import { type AssistantScript, fakeAssistant } from '../assistant/fake-assistant.ts';

/** A client that is initialised over the transport. */
export async function connectClient(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(transport);
  return client;
}

/** A client of a server in this process whose assistant does as scripted. */
export async function clientOf(script: AssistantScript = {}, options: Partial<McpOptions> = {}) {
  const assistant = fakeAssistant(script);
  const server = createMcpServer({ assistant: () => assistant, version: '1.2.3', ...options });
  const [mine, its] = InMemoryTransport.createLinkedPair();
  await server.connect(its);
  const client = await connectClient(mine);
  return { client, assistant, calls: assistant.calls };
}

/**
 * Calls a tool.
 * @returns its text, its structured content, and whether it is an error.
 */
export async function callTool(client: Client, name: string, args: Record<string, unknown> = {}) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  const [first] = Array.isArray(content) ? content : [];
  return { text: first?.type === 'text' ? String(first.text) : undefined, structuredContent, isError };
}
