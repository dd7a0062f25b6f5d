/** The command that adds packages to this installation. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Installation, thisInstallation } from './folders.ts';

/** Whether it was installed with `npm install -g`: the folder around its node_modules is no project then. */
function isGlobal({ root, isClone }: Installation): boolean {
  return !isClone && !existsSync(join(dirname(dirname(root)), 'package.json'));
}

/** "npm install tesseract.js @tesseract.js-data/eng", with -g beside a program that was installed so. */
export function installCommand(packages: readonly string[], installation = thisInstallation): string {
  return ['npm install', ...(isGlobal(installation) ? ['-g'] : []), ...packages].join(' ');
}
