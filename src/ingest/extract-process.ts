/** The process in which files are extracted; extract-file.ts starts it. */
import type { IngestedDocument } from '../core/types.ts';
import { serveParent } from '../quarantine/serve-parent.ts';
import type { ExtractJob } from './extract-apart.ts';
import { extractFile } from './extract-file.ts';

/** Recognising a page takes three seconds where reading one takes hundredths; a busy machine is twenty times as slow. */
const stepsOfScan = 4;

serveParent<ExtractJob, IngestedDocument>(({ source, ocr }, tell) =>
  extractFile(source, {
    ocr,
    findsDamage: true,
    onPage: (page, total) => tell({ doing: `page ${page}`, page, total }),
    onScan: (page, scansBefore, total) =>
      tell({ doing: `page ${page} by OCR`, page, total, scansBefore, steps: stepsOfScan }),
    onStep: (doing) => tell({ doing }),
  }),
);
