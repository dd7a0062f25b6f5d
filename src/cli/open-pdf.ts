/** Opens a PDF with a viewer of this machine. */
import { spawn } from 'node:child_process';
import { hasScreen } from '../config/environment.ts';

/** A viewer that was started. */
export interface Viewer {
  name: string;
  /** Whether it shows the page asked for, rather than the first one. */
  isAtPage: boolean;
}

/** Starts a viewer on a page, counted from 1; null where there is none. */
export type OpenPdf = (file: string, page: number) => Promise<Viewer | null>;

interface Command {
  name: string;
  args: readonly string[];
  isAtPage: boolean;
}

/** On Linux those that take a page first, then what the system opens such files with. */
function commandsFor(platform: NodeJS.Platform, file: string, page: number): Command[] {
  if (platform === 'darwin') return [{ name: 'open', args: [file], isAtPage: false }];
  if (platform === 'win32')
    return [{ name: 'rundll32', args: ['url.dll,FileProtocolHandler', file], isAtPage: false }];
  return [
    { name: 'evince', args: [`--page-index=${page}`, file], isAtPage: true },
    { name: 'okular', args: ['--page', String(page), file], isAtPage: true },
    { name: 'zathura', args: ['-P', String(page), file], isAtPage: true },
    { name: 'xdg-open', args: [file], isAtPage: false },
  ];
}

/** Whether a command could be started; it goes on when this process ends. */
function start({ name, args }: Command): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(name, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

export const openPdf: OpenPdf = async (file, page) => {
  if (!hasScreen(process.platform)) return null;
  for (const command of commandsFor(process.platform, file, page)) {
    if (await start(command)) return { name: command.name, isAtPage: command.isAtPage };
  }
  return null;
};
