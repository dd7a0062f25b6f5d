/** The process in which pages are drawn; draw-apart.ts starts it. */
import { serveParent } from '../quarantine/serve-parent.ts';
import { openPageDrawer } from './page-drawer.ts';
import type { PageRequest } from './page-request.ts';

const drawPage = openPageDrawer();

serveParent<PageRequest, Uint8Array>((request, tell) => {
  tell({ doing: `page ${request.page}` });
  return drawPage(request);
});
