/** `verse mcp`: the tools for language models, over standard input and output. */
import { Command } from 'commander';
import type { Session } from '../chat/session.ts';

export function mcpCommand(session: Session): Command {
  return new Command('mcp')
    .description('serve the tools for language models (MCP) on standard input and output')
    .action(async () => {
      const { serveMcp } = await import('../actions/mcp.ts');
      await serveMcp(session);
    });
}
