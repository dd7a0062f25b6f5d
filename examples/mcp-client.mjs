// A client of the Model Context Protocol that starts `verse mcp`, lists its tools and prompts, asks, and reads a chapter.
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const program = fileURLToPath(new URL('../bin/verse.mjs', import.meta.url));
const client = new Client({ name: 'example', version: '1.0.0' });
await client.connect(
  new StdioClientTransport({ command: process.execPath, args: [program, 'mcp'], env: { ...process.env } }),
);
try {
  const { tools } = await client.listTools();
  console.log(`Tools: ${tools.map(({ name }) => name).join(', ')}`);
  const { prompts } = await client.listPrompts();
  console.log(`Prompts: ${prompts.map(({ name }) => name).join(', ')}`);

  const { content } = await client.callTool({
    name: 'ask',
    arguments: { question: 'How many jobs is Bosch cutting?', chapters: ['Germany'] },
  });
  console.log(`\n${content[0].text}`);

  const { resources } = await client.listResources();
  const chapter = resources.find(({ name }) => name.endsWith('/Germany'));
  const { contents } = await client.readResource({ uri: chapter.uri });
  console.log(`\n${chapter.uri}: ${contents[0].text.length.toLocaleString('en')} characters`);
} finally {
  await client.close();
}
