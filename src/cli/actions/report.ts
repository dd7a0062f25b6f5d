/** `verse report`: how well a document was read. */
import type { Assistant } from '../../assistant/assistant.ts';
import { type Config, readingLimits } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import { openPageProcess } from '../../pictures/draw-apart.ts';
import type { ReadingReport } from '../../wire/types.ts';
import { writeOutput } from '../../workshop/evaluate/report/outputs.ts';
import type { Session } from '../chat/session.ts';
import { nameDocument } from '../name-document.ts';
import { printResult } from '../print-result.ts';
import { renderReading } from '../show/render-reading.ts';
import { showReading } from '../show/show-reading.ts';
import { withAssistant } from '../with-assistant.ts';

export interface ReportOptions {
  html?: string;
  pages?: number;
  seed?: number;
  json?: true;
}

/** Pixels: what is small on a page can be read at this width. */
const pictureWidth = 1000;

/** The sampled pages; one that cannot be drawn is left out, and the report says so. */
async function drawPages(
  { document: id, sample }: ReadingReport,
  assistant: Assistant,
  config: Config,
): Promise<Map<number, Uint8Array>> {
  const { file, sha256 } = await assistant.document(id);
  const pictures = new Map<number, Uint8Array>();
  const process = openPageProcess(readingLimits(config));
  try {
    for (const { page } of sample) {
      const drawn = await process
        .draw({ file, sha256, page, width: pictureWidth })
        .catch((error: unknown) => {
          if (error instanceof VerseError && error.code !== 'cannot-read' && error.code !== 'stale-index')
            return undefined;
          throw error;
        });
      if (drawn !== undefined) pictures.set(page, drawn);
    }
  } finally {
    process.close();
  }
  return pictures;
}

export async function report(
  { terminal, config }: Session,
  name: string,
  { html, pages, seed, json }: ReportOptions,
): Promise<void> {
  const settings = config();
  await withAssistant(settings, terminal, async (assistant) => {
    const reading = await assistant.reading(await nameDocument(name, assistant), {
      ...(pages !== undefined && { pages }),
      ...(seed !== undefined && { seed }),
    });
    // The file first, since the reader of the output may close the pipe.
    if (html !== undefined) {
      await writeOutput(html, await renderReading(reading, await drawPages(reading, assistant, settings)));
    }
    printResult(terminal, reading, json, showReading);
  });
}
