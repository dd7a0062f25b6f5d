/** Where a Chromium is installed. The one without windows comes first: the tests take two thirds of the time in it. */
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of the first one that exists, or undefined. */
export function findChromium(): string | undefined {
  return places.find((path) => existsSync(path));
}

/** The notice of a test run without Chromium. */
export const noChromiumNotice =
  'skipped: the tests in a browser, since there is no Chromium. `sudo apt-get install chromium-headless-shell` installs it.';
