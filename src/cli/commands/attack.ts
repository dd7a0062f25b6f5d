/** `verse attack`: tries to break it, and says what held. */
import { Command } from 'commander';
import { familyNames } from '../../workshop/attack/family-names.ts';
import type { AttackOptions } from '../actions/attack.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, showExamples, wholeNumber } from '../options.ts';

export function attackCommand(session: Session): Command {
  return new Command('attack')
    .description('try to break it, on copies: exit code 100 where an attack is not held')
    .argument('[names...]', `${familyNames.join(', ')}; all by default`)
    .option('--seed <number>', 'makes other attacks of the same kinds', wholeNumber(0, 2 ** 31), 20260601)
    .option('--out <file>', 'write the tables into this Markdown page, as docs/reliability.md')
    .addOption(jsonOption())
    .addHelpText('after', showExamples('verse attack', 'verse attack index pdf --seed 7'))
    .action(async (names: string[], options: AttackOptions) => {
      const { attack } = await import('../actions/attack.ts');
      await attack(session, names, options);
    });
}
