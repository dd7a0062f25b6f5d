/** The process in which files are extracted; extract-file.ts starts it. */
import type { IngestedDocument } from '../core/types.ts';
import { serveParent } from '../quarantine/serve-parent.ts';
import { extractFile, type FileSource } from './extract-file.ts';

serveParent<FileSource, IngestedDocument>((source, tell) =>
  extractFile(source, {
    findsDamage: true,
    onPage: (page, total) => tell({ doing: `page ${page}`, page, total }),
    onStep: (doing) => tell({ doing }),
  }),
);
