/** Draws pages in a process of its own, since a PDF is a stranger and drawing blocks an event loop. */
import { basename } from 'node:path';
import type { Limits } from '../quarantine/limits.ts';
import { canQuarantine, openQuarantine } from '../quarantine/open-quarantine.ts';
import { openPageDrawer } from './page-drawer.ts';
import type { PageRequest, RenderPage } from './page-request.ts';

export interface PageProcess {
  /** As `openPageDrawer` draws; @throws VerseError also `over-limit`, `damaged-pdf`. */
  draw: RenderPage;
  /** As of a quarantine. */
  peakBytes(): number;
  /** Ends the process; drawings under way fail. */
  close(): void;
}

const entry = new URL('./draw-process.js', import.meta.url);

/** The process starts with the first page, and again after one that it did not survive. */
export function openPageProcess(limits: Limits): PageProcess {
  if (!canQuarantine(entry)) return { draw: openPageDrawer(), peakBytes: () => 0, close: () => {} };
  const { run, ...rest } = openQuarantine<PageRequest, Uint8Array>(entry, limits);
  return { draw: (request) => run(request, { name: basename(request.file) }), ...rest };
}
