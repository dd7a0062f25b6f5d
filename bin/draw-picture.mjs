// Draws the README's picture, docs/reading-room.jpg, from the page as it is: serves it, asks, and takes the window.
// Needs Chromium. Run as `node bin/draw-picture.mjs`.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const picture = join(root, 'docs', 'reading-room.jpg');
const questions = [
  'How many industry jobs did Germany lose in 2025?',
  'Compare Huawei in 5G in Sweden, Hungary and Italy',
  'Which companies did Sweden ban from 5G networks in 2020?',
];
/** A README is read on slow lines too. */
const maxBytes = 200_000;

const server = spawn(process.execPath, [join(root, 'bin', 'verse.mjs'), 'serve', '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});

async function readAddress() {
  for await (const line of createInterface(server.stdout)) {
    const [address] = /http:\/\/\S+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The server did not start.');
}

async function draw() {
  const address = await readAddress();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(address);
    for (const question of questions) {
      await page.getByRole('textbox', { name: 'Ask the report a question' }).fill(question);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: question }).waitFor();
      await page.getByText('Why these passages').waitFor();
    }
    await page.locator('.leaf:not(.loading) .box-mark.on').first().waitFor();
    await page.locator('.flow').focus();
    await page.evaluate(() => document.activeElement.blur());
    await page.screenshot({ path: picture, type: 'jpeg', quality: 82 });
  } finally {
    await browser.close();
  }
  const { size } = statSync(picture);
  if (size > maxBytes) throw new Error(`${picture} has ${size} bytes; ${maxBytes} at most.`);
}

try {
  await draw();
} finally {
  server.kill();
}
