/** Opens an address in the browser. */
import { hasScreen } from '../config/environment.ts';
import { startOpener, systemOpener } from './start-opener.ts';

/** Whether a browser was started. */
export type OpenPage = (address: string) => Promise<boolean>;

export const openPage: OpenPage = async (address) =>
  hasScreen(process.platform) && (await startOpener(systemOpener(process.platform, address)));
