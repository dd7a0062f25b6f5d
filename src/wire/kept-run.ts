/**
 * An eval run that was kept: its report as a page to read, `<name>.html`, and beside it its figures, `<name>.json`,
 * which this schema describes. Written by `verse eval --keep`, shown at /evals.
 */
import { z } from 'zod';

export const keptFigureSchema = z.strictObject({
  label: z.string(),
  /** A share of 1; null where no question was eligible. */
  value: z.number().nullable(),
});

export const keptRunSchema = z.strictObject({
  /** Of its files; sorts by time. */
  name: z.string().regex(/^[0-9A-Za-z-]+$/),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** What was asked, in a line: runs of another line cannot be compared with it. */
  title: z.string(),
  /** What made it: version, encoder, what was left out. */
  details: z.array(z.string()),
  figures: z.array(keptFigureSchema),
});

export type KeptFigure = z.infer<typeof keptFigureSchema>;
export type KeptRun = z.infer<typeof keptRunSchema>;
