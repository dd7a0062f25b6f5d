/** Attacks by rude clients on a server of the user's index. */
import type { AttackFamily, AttackSettings } from '../family.ts';
import { openAttacked, post, question } from './attacked.ts';
import { askAtOnce, askBehindHalfSent, askRepeatedSigns, besideHalfSent } from './crowds.ts';
import { sendLarge } from './large-uploads.ts';
import { stopUnderLoad } from './stopped.ts';
import { batchCalls, comeAsAnotherHost, guessTokens, lookAsOperator } from './strangers.ts';

export const httpFamily: AttackFamily = {
  name: 'http',
  title: 'Rude clients',
  needsIndex: true,
  about:
    'Held: each request is answered or refused with its status and a sentence, who waits his turn is answered, nobody ' +
    'asks more than the limit, and health never waits for more than a question and 100 ms.',
  attack: async (settings: AttackSettings) => {
    const attacked = await openAttacked(settings.config);
    try {
      const rows = await besideHalfSent(attacked.url, async () => [
        await askBehindHalfSent(attacked),
        await askAtOnce(attacked),
        await askRepeatedSigns(attacked, settings),
      ]);
      const [report] = await attacked.assistant.documents();
      const file = await attacked.assistant.file(report?.id ?? '');
      return [
        ...rows,
        await batchCalls(attacked),
        await guessTokens(attacked),
        await comeAsAnotherHost(attacked),
        await lookAsOperator(attacked),
        await sendLarge(settings, file, post(question)),
        await stopUnderLoad(settings),
      ];
    } finally {
      await attacked.close();
    }
  },
};
