/** Where a Chromium is installed. */
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The first that is there, or undefined. */
export function findChromium(): string | undefined {
  return places.find((path) => existsSync(path));
}

/** What a run of the tests says where there is none. */
export const noChromiumNotice =
  'skipped: the tests in a browser, since there is no Chromium. `sudo apt-get install chromium` installs it.';
