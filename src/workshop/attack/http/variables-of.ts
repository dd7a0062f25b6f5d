/** The settings of an attacked server in a process of its own, over folders of its own. */
import { join } from 'node:path';
import type { Config } from '../../../config/settings.ts';
import type { Variables } from '../processes/program.ts';

/** @param root holds `index` and `corpus`. */
export const variablesOf = ({ modelsDir, maxFileBytes }: Config, root: string): Variables => ({
  VERSE_INDEX: join(root, 'index'),
  VERSE_CORPUS: join(root, 'corpus'),
  VERSE_MODELS: modelsDir,
  VERSE_MAX_FILE_BYTES: String(maxFileBytes),
  VERSE_STORE: '',
  VERSE_CHAT_MODEL: '',
  VERSE_OCR: 'off',
  VERSE_RATE_LIMIT: '0',
  VERSE_UPLOADS: 'always',
});
