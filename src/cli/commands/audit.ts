/** `verse audit`: who added, removed, renamed and moved which document. */
import { Command } from 'commander';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples } from '../options.ts';

export function auditCommand(session: Session): Command {
  return new Command('audit')
    .description('say who added, removed, renamed or moved which document; noted once there are tokens')
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse audit', 'verse audit --json'))
    .action(async (options: { json?: true }) => {
      const { showAudit } = await import('../actions/audit.ts');
      await showAudit(session, options);
    });
}
