/** Opens a PDF with a viewer of this machine. */
import { hasScreen } from '../config/environment.ts';
import { type Opener, startOpener, systemOpener } from './start-opener.ts';

/** A viewer that was started. */
export interface Viewer {
  name: string;
  /** Whether it shows the page asked for, rather than the first one. */
  isAtPage: boolean;
}

/** Starts a viewer on a page, counted from 1; null where there is none. */
export type OpenPdf = (file: string, page: number) => Promise<Viewer | null>;

interface PdfOpener extends Opener {
  isAtPage: boolean;
}

/** On Linux those that take a page first, then what the system opens such files with. */
function commandsFor(platform: NodeJS.Platform, file: string, page: number): PdfOpener[] {
  const ofSystem = { ...systemOpener(platform, file), isAtPage: false };
  if (platform === 'darwin' || platform === 'win32') return [ofSystem];
  return [
    { name: 'evince', args: [`--page-index=${page}`, file], isAtPage: true },
    { name: 'okular', args: ['--page', String(page), file], isAtPage: true },
    { name: 'zathura', args: ['-P', String(page), file], isAtPage: true },
    ofSystem,
  ];
}

export const openPdf: OpenPdf = async (file, page) => {
  if (!hasScreen(process.platform)) return null;
  for (const command of commandsFor(process.platform, file, page)) {
    if (await startOpener(command)) return { name: command.name, isAtPage: command.isAtPage };
  }
  return null;
};
