/** Attacks by PDFs: hostile files, read as an ingest reads them and drawn as the server draws them. */
import { readingLimits } from '../../../config/settings.ts';
import type { AttackFamily } from '../family.ts';
import { hostileFiles } from './hostile-files.ts';
import { countTrials } from './show-trials.ts';
import { tryFiles } from './try-files.ts';

export const pdfFamily: AttackFamily = {
  name: 'pdf',
  title: 'Files that a stranger sends',
  about:
    'Files made wrong by hand or damaged by chance are read and their first page is drawn, in processes of their own. Held: ' +
    'the program goes on, the process that reads stays under 1 GB, and what is refused is refused by a sentence that names ' +
    'the file and the cause. `npm run fuzz` shows each file; `npm run fuzz -- --folder DIR` tries those of a folder.',
  attack: async ({ config, seed, ...options }) =>
    countTrials(await tryFiles(hostileFiles(seed), readingLimits(config), options)),
};
