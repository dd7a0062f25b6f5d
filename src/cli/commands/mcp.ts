/** `verse mcp`: the tools for language models, over standard input and output. */
import { Command } from 'commander';
import type { Session } from '../chat/session.ts';
import { showExamples } from '../options.ts';

export function mcpCommand(session: Session): Command {
  return new Command('mcp')
    .description('serve the tools for language models (MCP) on standard input and output')
    .addHelpText('after', showExamples('verse mcp', 'verse mcp --index ~/reports/index'))
    .action(async () => {
      const { serveMcp } = await import('../actions/mcp.ts');
      await serveMcp(session);
    });
}
