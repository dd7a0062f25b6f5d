/** `verse doctor`: checks installation, models and index, and says how to repair them. */
import { Command } from 'commander';
import type { DoctorOptions } from '../actions/doctor.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples } from '../options.ts';

export function doctorCommand(session: Session): Command {
  return new Command('doctor')
    .description('check the installation, the model files and the index, and say what to do')
    .option('--deep', 'check the sum of each passage, and of every file of a large index')
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse doctor', 'verse doctor --deep --json'))
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('../actions/doctor.ts');
      await doctor(session, options);
    });
}
